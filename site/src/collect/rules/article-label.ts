import { writeNumeral } from '#core/draft/numerals.ts'

/** `art-24.p2` → 第二十四条, from the id alone: a list must not need every draft. `''` for the whole draft. */
export function articleLabel(provisionId: string | null): string {
  const [, number, insertion] = /^art-(\d+)(?:-(\d+))?/.exec(provisionId ?? '') ?? []
  if (number === undefined) return provisionId ?? ''
  const inserted = insertion === undefined ? '' : `之${writeNumeral(Number(insertion))}`
  return `第${writeNumeral(Number(number))}条${inserted}`
}

import type { FieldProblem } from '#contract/field-problem.ts'
import type { OpinionFlag } from '#core/opinion.ts'
import { cleanText, countChars } from '#core/text/text.ts'

/** Cleans and measures the texts of one opinion, gathering every problem by its field and what a reader should know. */
export class TextCheck {
  readonly problems: FieldProblem[] = []
  readonly flags = new Set<OpinionFlag>()

  /** One text, at most `limit` characters; `undefined` when nothing is left of it. */
  read(field: string, raw: string | undefined, limit: number): string | undefined {
    if (raw === undefined) return undefined
    const cleaned = cleanText(raw)
    if (!cleaned.ok) {
      this.problems.push({ field, code: cleaned.code })
      return undefined
    }
    for (const flag of cleaned.flags) this.flags.add(flag)
    const { text } = cleaned
    const actual = countChars(text)
    if (actual > limit) this.problems.push({ field, code: 'too-long', limit, actual })
    return text === '' ? undefined : text
  }

  /** The words themselves: there is no opinion without them. */
  readVerbatim(raw: string, limit: number): string | undefined {
    const verbatim = this.read('verbatim', raw, limit)
    if (verbatim === undefined && !this.problems.some(({ field }) => field === 'verbatim'))
      this.problems.unshift({ field: 'verbatim', code: 'required' })
    return verbatim
  }
}

import type { Proponent } from '../opinion.ts'

/**
 * Whose opinion it is, as a table or a bulletin says it: 「河西村村民 12 人」「个体工商户（青浦镇）」. Never a name;
 * `''` when the person told nothing of themselves.
 */
export function proponentWords(proponent: Proponent): string {
  const { kind, category = '', area = '', groupName = '', headcount } = proponent
  if (kind === 'group') {
    const name = groupName || `${area}${category}` || '群体'
    return `${name} ${headcount} 人`
  }
  if (category === '') return area
  return area === '' ? category : `${category}（${area}）`
}

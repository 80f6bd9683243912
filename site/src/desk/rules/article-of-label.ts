import type { Provision } from '#core/draft/provision.ts'

/**
 * The article a printed citation belongs to: 「第二十四条第一款」 → the id of 第二十四条, '' → `whole`. The longest
 * label wins, so that 第二十条之一 is not taken for 第二十条. Unknown: `whole`.
 */
export function articleOfLabel(label: string, articles: readonly Provision[]): string {
  if (label === '') return 'whole'
  const bearing = articles.filter((article) => label.startsWith(article.label))
  bearing.sort((a, b) => b.label.length - a.label.length)
  return bearing[0]?.id ?? 'whole'
}

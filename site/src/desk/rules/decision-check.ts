import type { Outcome } from '#core/deciding/outcome.ts'
import { findWords } from '#core/text/find-words.ts'
import type { Provision } from '#core/draft/provision.ts'

/** Outcomes that must point at words of the later draft (R5). The same set as core's, kept here without its validator; a test compares them. */
export const pointingOutcomes: readonly Outcome[] = ['adopted', 'partlyAdopted']

/** Every provision of a tree in reading order. */
export function provisionsOf(tree: readonly Provision[]): Provision[] {
  return tree.flatMap((provision) => [provision, ...provisionsOf(provision.children)])
}

/** The articles of a draft in reading order. */
export function articlesIn(tree: readonly Provision[]): Provision[] {
  return provisionsOf(tree).filter((provision) => provision.kind === 'article')
}

/** `art-24.p1.i3` → `art-24`. */
export function articleIdOf(provisionId: string): string {
  return provisionId.startsWith('art-') ? (provisionId.split('.', 1)[0] ?? provisionId) : provisionId
}

/** The words of a provision and all below it as lines, labels of 项 and 目 kept, the article's own number left out. */
export function linesOf(provision: Provision): string[] {
  const own = provision.kind === 'article' ? '' : provision.label + (provision.heading ?? '') + provision.text
  return [own, ...provision.children.flatMap(linesOf)].filter((line) => line !== '')
}

/** Whether the quoted words stand in the provision, spaces and line ends aside, as the server will look for them. */
export function wordsStandIn(quote: string, provision: Provision): boolean {
  return findWords(linesOf(provision).join('\n'), quote) !== undefined
}

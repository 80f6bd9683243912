import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import { wordsInto } from '#core/bulletin/bulletin-answers.ts'
import type { DraftId, ProvisionId } from '#core/ids.ts'
import { articleIdOf } from '#core/draft/provision.ts'
import type { WantedMark } from '../law/marks.ts'
import type { Compared } from './comparisons.ts'
import type { Asking } from './portal.ts'

/** The opinions of one consultation that became words of one article of a later text. */
export interface Adoption {
  asking: Asking
  draftId: DraftId
  articleId: ProvisionId
  adopted: number
  /** Met in another way, and pointing at these words. */
  met: number
}

type Resulting = NonNullable<BulletinRow['resulting']>

/** Anchor in a bulletin of the first answer that became words of an article. */
export function intoAnchor({ draftId, provisionId }: Pick<Resulting, 'draftId' | 'provisionId'>): string {
  return `into-${draftId}-${articleIdOf(provisionId)}`
}

/** Anchor in a later text of the words an answer became: that of the answer's first row. */
export function wordsAnchor(consultationId: string, row: number): string {
  return `said-${consultationId}-${row}`
}

function rowsInto(askings: readonly Asking[], draftId: string) {
  return askings.flatMap((asking) => {
    const newest = asking.editions.at(-1)
    const into = newest === undefined ? [] : wordsInto(newest)
    return into.filter((words) => words.draftId === draftId).map((words) => ({ asking, words }))
  })
}

/** Who shaped a text: by article, the opinions its bulletins say it took up. */
export function adoptionsInto(askings: readonly Asking[], draftId: string): Map<string, Adoption[]> {
  const byArticle = new Map<string, Adoption[]>()
  for (const { asking, words } of rowsInto(askings, draftId)) {
    const articleId = articleIdOf(words.provisionId)
    const held = byArticle.get(articleId) ?? []
    let adoption = held.find((known) => known.asking === asking)
    if (!adoption) {
      adoption = { asking, draftId: words.draftId, articleId, adopted: 0, met: 0 }
      byArticle.set(articleId, [...held, adoption])
    }
    adoption.adopted += words.adopted
    adoption.met += words.met
  }
  return byArticle
}

/** The articles of a later text an article became. */
export function becameOf({ links }: Pick<Compared, 'links'>, articleId: string): readonly string[] {
  return links.find(({ from }) => (from as readonly string[]).includes(articleId))?.to ?? []
}

/**
 * Who shaped a text, by article: the opinions whose words it was given itself, behind those an earlier text took up in
 * the article it came from (R7). Each keeps the text and article its bulletin names. `earlier`: the comparisons that
 * lead from earlier texts to this one.
 */
export function adoptionsBehind(
  askings: readonly Asking[],
  draftId: string,
  earlier: readonly Pick<Compared, 'from' | 'links'>[],
): Map<string, Adoption[]> {
  const shaped = new Map<string, Adoption[]>()
  const add = (articleId: string, adoptions: readonly Adoption[]) =>
    shaped.set(articleId, [...(shaped.get(articleId) ?? []), ...adoptions])
  for (const compared of earlier)
    for (const [articleId, adoptions] of adoptionsInto(askings, compared.from.id))
      for (const later of becameOf(compared, articleId)) add(later, adoptions)
  for (const [articleId, adoptions] of adoptionsInto(askings, draftId)) add(articleId, adoptions)
  return shaped
}

/** The words opinions became in a text, each with the anchor of the first row that names them. */
export function adoptedWords(askings: readonly Asking[], draftId: string): WantedMark[] {
  return rowsInto(askings, draftId).map(({ asking, words: { provisionId, quote, start, row } }) => ({
    provisionId,
    quote,
    start,
    id: wordsAnchor(asking.consultation.id, row),
  }))
}

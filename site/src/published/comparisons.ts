import type { PublishedBill, PublishedDraft, PublishedLineage } from '#contract/published.ts'
import { alignDrafts } from '#core/lineage/align-drafts.ts'
import { compareTexts } from '#core/lineage/compare-texts.ts'
import type { ComparisonRow } from '#core/lineage/comparison.ts'
import type { LineageLink } from '#core/lineage/lineage.ts'
import { comparedPairs, type DraftPair } from '../routes.ts'
import { published } from './portal.ts'

/** Two published texts of a bill and what became of every article between them. */
export interface Compared extends DraftPair {
  bill: PublishedBill
  fromDraft: PublishedDraft
  toDraft: PublishedDraft
  links: readonly LineageLink[]
  rows: readonly ComparisonRow[]
  /** Why articles changed; empty while the legislature has published none. */
  causes: PublishedLineage['causes']
}

const held = new Map<string, Compared>()

function compare(bill: PublishedBill, { from, to }: DraftPair): Compared | undefined {
  const key = `${from.id}..${to.id}`
  const known = held.get(key)
  if (known) return known
  const fromDraft = published.drafts.get(from.id)
  const toDraft = published.drafts.get(to.id)
  if (!fromDraft || !toDraft) return undefined
  const reviewed = published.lineages.get(key)
  const links = reviewed?.links ?? alignDrafts(fromDraft.provisions, toDraft.provisions)
  const rows = compareTexts(fromDraft.provisions, toDraft.provisions, links)
  const compared = { bill, from, to, fromDraft, toDraft, links, rows, causes: reviewed?.causes ?? [] }
  held.set(key, compared)
  return compared
}

/** The comparison of two texts of a bill; `undefined` for a pair that has no page. */
export function comparisonOf(bill: PublishedBill, fromId: string, toId: string): Compared | undefined {
  const pair = comparedPairs(bill).find(({ from, to }) => from.id === fromId && to.id === toId)
  return pair && compare(bill, pair)
}

/** Every comparison of a bill that has a page. */
export function comparisonsOf(bill: PublishedBill): Compared[] {
  return comparedPairs(bill).flatMap((pair) => compare(bill, pair) ?? [])
}

/** A text of a bill with the newest one, where every link to an older article leads; `undefined` for the newest. */
export function comparisonWithNewest(bill: PublishedBill, draftId: string): Compared | undefined {
  const newest = bill.drafts.at(-1)
  return newest && comparisonOf(bill, draftId, newest.id)
}

/** The text before a text of a bill, compared with it; `undefined` for the first. */
export function comparisonWithEarlier(bill: PublishedBill, draftId: string): Compared | undefined {
  const earlier = bill.drafts[bill.drafts.findIndex(({ id }) => id === draftId) - 1]
  return earlier && comparisonOf(bill, earlier.id, draftId)
}

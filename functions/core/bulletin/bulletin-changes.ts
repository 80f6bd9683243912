import type { Bulletin } from './bulletin.ts'
import type { BulletinRow } from './bulletin-row.ts'

/** What a later edition of a bulletin says otherwise than an earlier one. */
export interface BulletinChanges {
  /** The opening paragraph or the words leading into a part. */
  words: boolean
  /** Opinions answered anew: the same words of the same people, another answer. */
  changed: { before: BulletinRow; after: BulletinRow }[]
  /** Opinions only the later edition has. */
  added: BulletinRow[]
  /** Opinions only the earlier edition has: corrected since, or taken off the page. */
  removed: BulletinRow[]
}

/**
 * Compares two editions. Rows carry no opinion id (R10), so an opinion is known by what is printed of it: its article,
 * words, people and channel; of equal ones the first goes with the first.
 */
export function bulletinChanges(earlier: Bulletin, later: Bulletin): BulletinChanges {
  // First those that say the same: an order that moved is no change, and none of them is taken for another's answer.
  const kept = pairUp(earlier.rows, later.rows, (row) => printedOf(row) + answerOf(row))
  const answered = pairUp(kept.earlier, kept.later, printedOf)
  return {
    words: saysOtherwise(earlier, later),
    changed: answered.pairs.map(([before, after]) => ({ before, after })),
    added: answered.later,
    removed: answered.earlier,
  }
}

/** Whether the opening paragraph or words leading into a part differ. */
export function saysOtherwise(
  earlier: Pick<Bulletin, 'head' | 'sections'>,
  later: Pick<Bulletin, 'head' | 'sections'>,
): boolean {
  return JSON.stringify([earlier.head, earlier.sections]) !== JSON.stringify([later.head, later.sections])
}

/** Pairs rows with the same key, each once; what finds none is left, in its order. */
function pairUp(
  earlier: readonly BulletinRow[],
  later: readonly BulletinRow[],
  keyOf: (row: BulletinRow) => string,
) {
  const waiting = Map.groupBy(earlier, keyOf)
  const pairs: [BulletinRow, BulletinRow][] = []
  const left: BulletinRow[] = []
  for (const row of later) {
    const before = waiting.get(keyOf(row))?.shift()
    if (before === undefined) left.push(row)
    else pairs.push([before, row])
  }
  return { pairs, earlier: [...waiting.values()].flat().sort((a, b) => a.row - b.row), later: left }
}

/** What is printed of an opinion without its answer. */
export function printedOf(row: BulletinRow): string {
  const { provisionId, changeType, verbatim, proposedText, channel, contactPointName, proponent } = row
  return JSON.stringify([
    provisionId,
    changeType,
    verbatim,
    proposedText,
    channel,
    contactPointName,
    proponent,
  ])
}

/** What is printed of its answer. */
export function answerOf({ outcome, reason, resulting }: BulletinRow): string {
  return JSON.stringify([outcome, reason, resulting])
}

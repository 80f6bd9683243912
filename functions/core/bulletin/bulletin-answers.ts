import type { BulletinRow } from './bulletin-row.ts'
import { outcomesWithWords } from '../deciding/outcome.ts'
import {
  type Answer,
  type ArticleAnswers,
  type ArticleCounts,
  type TellingEdition,
  type WordsInto,
} from './long-bulletin.ts'

/** Words went into the text: outcomes that must point at words, and any other that does. */
export function isTaken({ outcome, resulting }: Pick<BulletinRow, 'outcome' | 'resulting'>): boolean {
  return outcomesWithWords.includes(outcome) || resulting !== undefined
}

/** What tells one answer from another. */
export function answerKey({
  outcome,
  reason,
  resulting,
}: Pick<BulletinRow, 'outcome' | 'reason' | 'resulting'>): string {
  return JSON.stringify([outcome, reason, resulting])
}

function answersOf(rows: readonly BulletinRow[]): Answer[] {
  const byKey = new Map<string, Answer>()
  for (const row of rows) {
    const { outcome, reason, resulting } = row
    const key = answerKey(row)
    const answer = byKey.get(key) ?? { outcome, reason, resulting, count: 0, voices: [] }
    answer.count += 1
    answer.voices.push(row)
    byKey.set(key, answer)
  }
  return [...byKey.values()]
}

/** Adds one opinion, or several answered alike, to what is counted of an article. */
export function countAnswer(counts: ArticleCounts, { outcome }: Pick<BulletinRow, 'outcome'>): void {
  counts.count += 1
  counts.byOutcome[outcome] = (counts.byOutcome[outcome] ?? 0) + 1
}

function groupsOf(rows: readonly BulletinRow[]): { counts: ArticleCounts; rows: BulletinRow[] }[] {
  const groups = Map.groupBy(rows, ({ provisionId }) => provisionId ?? '')
  return [...groups.values()].map((group) => {
    const [{ provisionId, provisionLabel } = { provisionId: null, provisionLabel: '' }] = group
    const counts: ArticleCounts = { provisionId, label: provisionLabel, count: 0, byOutcome: {} }
    for (const row of group) countAnswer(counts, row)
    return { counts, rows: group }
  })
}

/** Rows by the article or provision they speak of, in their order. */
export function answersByArticle(rows: readonly BulletinRow[]): ArticleAnswers[] {
  return groupsOf(rows).map(({ counts, rows: group }) => ({ ...counts, answers: answersOf(group) }))
}

/** A bulletin in two parts, each by article in the order of its rows: what became words, and what did not. */
export function answersIn(edition: TellingEdition): { taken: ArticleAnswers[]; heard: ArticleAnswers[] } {
  if ('taken' in edition) return { taken: edition.taken, heard: edition.heard }
  return {
    taken: answersByArticle(edition.rows.filter(isTaken)),
    heard: answersByArticle(edition.rows.filter((row) => !isTaken(row))),
  }
}

/** How the opinions on each article were answered, in the order of the rows. */
export function articlesIn(edition: TellingEdition): ArticleCounts[] {
  return 'articles' in edition ? edition.articles : groupsOf(edition.rows).map(({ counts }) => counts)
}

/** The words of later drafts that an edition's answers point into, in the order of the rows. */
export function wordsInto(edition: TellingEdition): WordsInto[] {
  if ('into' in edition) return edition.into
  const into = new Map<string, WordsInto>()
  for (const row of edition.rows) countInto(into, row, 1)
  return [...into.values()]
}

/** Adds so many opinions with the same answer to what is known of words; `row` is their first. */
export function countInto(
  into: Map<string, WordsInto>,
  { row, outcome, resulting }: Pick<BulletinRow, 'row' | 'outcome' | 'resulting'>,
  count: number,
): void {
  if (resulting === undefined) return
  const { draftId, provisionId, quote, start } = resulting
  const key = JSON.stringify([draftId, provisionId, quote, start])
  const known = into.get(key) ?? {
    draftId,
    provisionId,
    quote,
    row,
    adopted: 0,
    met: 0,
    ...(start !== undefined && { start }),
  }
  if (outcomesWithWords.includes(outcome)) known.adopted += count
  else known.met += count
  into.set(key, known)
}

import type { Bulletin, BulletinRow } from './bulletin.ts'
import { outcomesWithWords, type Outcome } from './decision.ts'

/** One answer of the legislature and every opinion it answers (R16): same article, outcome, reason and words. */
export interface Answer {
  outcome: Outcome
  reason: string
  resulting: BulletinRow['resulting']
  rows: BulletinRow[]
}

/** The answers about one article of the draft that was asked about. */
export interface ArticleAnswers {
  provisionId: string | null
  label: string
  answers: Answer[]
}

/** Words went into the text: outcomes that must point at words, and any other that does. */
function isTaken(row: BulletinRow): boolean {
  return outcomesWithWords.includes(row.outcome) || row.resulting !== undefined
}

function answersOf(rows: readonly BulletinRow[]): Answer[] {
  const byKey = new Map<string, Answer>()
  for (const row of rows) {
    const key = JSON.stringify([row.outcome, row.reason, row.resulting])
    const answer = byKey.get(key)
    if (answer) answer.rows.push(row)
    else byKey.set(key, { outcome: row.outcome, reason: row.reason, resulting: row.resulting, rows: [row] })
  }
  return [...byKey.values()]
}

/** Rows by the article or provision they speak of, in their order. */
export function answersByArticle(rows: readonly BulletinRow[]): ArticleAnswers[] {
  const groups = Map.groupBy(rows, ({ provisionId }) => provisionId ?? '')
  return [...groups.values()].map((group) => ({
    provisionId: group[0]?.provisionId ?? null,
    label: group[0]?.provisionLabel ?? '',
    answers: answersOf(group),
  }))
}

/** A bulletin in two parts, each by article in the order of its rows: what became words, and what did not. */
export function answersIn(bulletin: Pick<Bulletin, 'rows'>): {
  taken: ArticleAnswers[]
  heard: ArticleAnswers[]
} {
  return {
    taken: answersByArticle(bulletin.rows.filter(isTaken)),
    heard: answersByArticle(bulletin.rows.filter((row) => !isTaken(row))),
  }
}

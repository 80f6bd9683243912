import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import type { Answer, ArticleAnswers, Voice } from '#core/bulletin/long-bulletin.ts'
import type { EditionPlan, PlannedAnswer, PlannedArticle } from './plan-edition.ts'

/** Answers a long edition prints: those most opinions got. */
const mostAnswers = 150
/** Bytes of words they may have together, so that a page stays well under 400 KB. */
const mostBytes = 120_000
/** An opinion is printed to here; the open data has it whole. */
const mostVoiceChars = 300
/** Voices an answer has before any other gets more of them. */
const firstVoices = 3

/** The answers a long edition prints, and the opinions whose words it needs for them. */
export class ShownAnswers {
  readonly #plan: EditionPlan
  readonly #ranked: readonly PlannedAnswer[]
  readonly #voices = new Map<number, Voice | undefined>()

  constructor(plan: EditionPlan) {
    this.#plan = plan
    this.#ranked = [...plan.taken, ...plan.heard]
      .flatMap(({ answers }) => [...answers.values()])
      .sort((a, b) => b.count - a.count || a.firstRow - b.firstRow)
      .slice(0, mostAnswers)
    for (const place of this.#ranked.flatMap(({ places }) => places)) this.#voices.set(place, undefined)
  }

  /** Places of the log whose words may be printed, in its order. */
  get places(): number[] {
    return [...this.#voices.keys()].sort((a, b) => a - b)
  }

  /** Takes what is printed of a row, if anything is. */
  take(place: number, row: BulletinRow): void {
    if (this.#voices.has(place)) this.#voices.set(place, voiceOf(row))
  }

  /** Both parts of the page, with counts of all answers and the words of as many as there is room for. */
  parts(): { taken: ArticleAnswers[]; heard: ArticleAnswers[] } {
    const shown = this.#withinBytes()
    const part = (articles: readonly PlannedArticle[]) => articles.map((article) => partOf(article, shown))
    return { taken: part(this.#plan.taken), heard: part(this.#plan.heard) }
  }

  /** By rank: first some voices for each answer, then more of them while there is room. */
  #withinBytes(): Map<PlannedAnswer, Answer> {
    let left = mostBytes
    const shown = new Map<PlannedAnswer, Answer>()
    const voicesOf = ({ places }: PlannedAnswer) => places.flatMap((place) => this.#voices.get(place) ?? [])
    for (const planned of this.#ranked) {
      const { outcome, reason, resulting, count } = planned
      const voices = voicesOf(planned).slice(0, firstVoices)
      const answer: Answer = { outcome, reason, resulting, count, voices }
      const bytes = bytesOf(answer)
      if (bytes > left) continue
      left -= bytes
      shown.set(planned, answer)
    }
    for (const [planned, { voices }] of shown)
      for (const voice of voicesOf(planned).slice(firstVoices)) {
        const bytes = bytesOf(voice)
        if (bytes > left) break
        left -= bytes
        voices.push(voice)
      }
    return shown
  }
}

function partOf(
  { answers, ...counts }: PlannedArticle,
  shown: ReadonlyMap<PlannedAnswer, Answer>,
): ArticleAnswers {
  const told = [...answers.values()].flatMap((planned) => shown.get(planned) ?? [])
  const untold = {
    answers: answers.size - told.length,
    opinions: counts.count - told.reduce((sum, { count }) => sum + count, 0),
  }
  return { ...counts, answers: told, ...(untold.answers > 0 && { untold }) }
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

function voiceOf({ row, verbatim, proposedText, channel, contactPointName, proponent }: BulletinRow): Voice {
  const isShortened = verbatim.length > mostVoiceChars || (proposedText?.length ?? 0) > mostVoiceChars
  return {
    row,
    verbatim: short(verbatim),
    ...(proposedText !== undefined && { proposedText: short(proposedText) }),
    channel,
    ...(contactPointName !== undefined && { contactPointName }),
    proponent,
    ...(isShortened && { shortened: true as const }),
  }
}

/** Cut between characters. */
function short(text: string): string {
  return text.length <= mostVoiceChars
    ? text
    : `${text.slice(0, mostVoiceChars).replace(/[\uD800-\uDBFF]$/, '')}……`
}

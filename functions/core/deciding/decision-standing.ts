import type { ResultingWords } from './decision.ts'
import { type Outcome, outcomes } from './outcome.ts'
import { withRoom } from '../log/growing-array.ts'
import type { OpinionId } from '../ids.ts'
import type { OpinionIdList } from '../log/opinion-id-list.ts'
import type { DecidedOutcome } from './decision-ports.ts'
import { instant, type Instant } from '../time.ts'
import { WordList } from '../log/word-list.ts'

/**
 * Changes are read again from this long before the last one seen: a write that was announced must have happened, and
 * clocks of two processes agree, within it.
 */
const slackMs = 180_000

/** What was forgotten is only looked at once more. */
const rememberedRevs = 50_000

/** What stands on an opinion, as far as lists, counts and readiness ask. */
interface Standing {
  /** 0 undecided, else one more than the outcome's place in `outcomes`. */
  outcome: number
  /** 1: it says why. */
  reasoned: number
  /** Code in `words`, 0: it points nowhere. */
  pointed: number
}

/** Which opinions of a log are decided and how, six bytes an opinion; and up to when its changes were seen. */
export class DecisionStanding {
  /** By place in the log. */
  outcomes = new Uint8Array(64)
  reasoned = new Uint8Array(64)
  pointed = new Uint32Array(64)
  /** The resulting words decisions point at, as JSON: a million opinions become some hundred places of a law. */
  readonly words = new WordList()
  size = 0
  /** Of decisions seen lately, so that what is read twice is not looked at twice. */
  readonly #revs = new Map<OpinionId, number>()
  /** Decided, but their facts are not gathered yet. */
  #waiting = new Map<OpinionId, Standing>()
  /** When the last decision seen was made. */
  latest: Instant
  /** Decisions taken in since this began or was last kept. */
  changes = 0

  constructor(latest: Instant) {
    this.latest = latest
  }

  /** Changes from this instant on are still to be read. */
  get from(): Instant {
    return instant(Math.max(0, Date.parse(this.latest) - slackMs))
  }

  /** Whether a decision at this rev or a later one has been taken in. */
  hasSeen(id: OpinionId, rev: number): boolean {
    return (this.#revs.get(id) ?? 0) >= rev
  }

  /** Forgets which revs it has seen: only what changes again within minutes is asked for. */
  forget(): void {
    this.#revs.clear()
  }

  take(decided: readonly DecidedOutcome[], ids: OpinionIdList): void {
    for (const { opinionId, outcome, rev, decidedAt, reason = '', resulting } of decided) {
      this.#revs.set(opinionId, rev)
      this.#waiting.set(opinionId, {
        outcome: codeOf(outcome),
        reasoned: Number(reason.trim() !== ''),
        pointed: resulting === undefined ? 0 : this.words.codeOf(spelled(resulting)),
      })
      if (decidedAt > this.latest) this.latest = decidedAt
    }
    if (this.#revs.size > rememberedRevs) this.forget()
    this.changes += decided.length
    // Looking for places reads all ids once: what comes in many pages is placed in few looks.
    if (this.#waiting.size >= mostWaiting) this.settle(ids)
  }

  /** Gives those that waited their places, as far as the log is known by now. */
  settle(ids: OpinionIdList): void {
    this.makeRoom(ids.length)
    for (const [id, place] of ids.placesOf(this.#waiting.keys())) {
      const { outcome, reasoned, pointed } = this.#waiting.get(id) as Standing
      this.outcomes[place] = outcome
      this.reasoned[place] = reasoned
      this.pointed[place] = pointed
      this.#waiting.delete(id)
    }
  }

  makeRoom(size: number): void {
    if (size <= this.size) return
    this.outcomes = withRoom(this.outcomes, size)
    this.reasoned = withRoom(this.reasoned, size)
    this.pointed = withRoom(this.pointed, size)
    this.size = size
  }

  /** By place: 0 undecided, else one more than the outcome's place in `outcomes`. */
  byPlace(): Uint8Array {
    return this.outcomes.subarray(0, this.size)
  }

  /** The words a code of `pointed` means. */
  wordsOf(code: number): ResultingWords {
    return JSON.parse(this.words.words[code] ?? 'null') as ResultingWords
  }

  /** Whether every decision seen has its place, so that the bytes say everything. */
  isSettled(): boolean {
    return this.#waiting.size === 0
  }
}

/** So many decisions wait for their places at most. */
const mostWaiting = 20_000

/** The same words of the same place are spelled the same. */
function spelled({ draftId, provisionId, quote, start }: ResultingWords): string {
  return JSON.stringify({ draftId, provisionId, quote, start })
}

/** The byte of an outcome. */
export function codeOf(outcome: Outcome | undefined): number {
  return outcome === undefined ? 0 : outcomes.indexOf(outcome) + 1
}

/** The outcome a byte means; `undefined`: undecided. */
export function outcomeOf(code: number): Outcome | undefined {
  return outcomes[code - 1]
}

import { type Outcome, outcomes } from './decision.ts'
import type { OpinionId } from './ids.ts'
import type { OpinionIdList } from './opinion-id-list.ts'
import type { DecidedOutcome } from './ports.ts'
import { instant, type Instant } from './time.ts'

/**
 * Changes are read again from this long before the last one seen: a write that was announced must have happened, and
 * clocks of two processes agree, within it.
 */
const slackMs = 180_000

/** What was forgotten is only looked at once more. */
const rememberedRevs = 50_000

/** Which opinions of a log are decided and how, one byte an opinion; and up to when its changes were seen. */
export class DecisionStanding {
  /** By place in the log: 0 undecided, else one more than the outcome's place in `outcomes`. */
  #outcomes: Uint8Array
  /** Of decisions seen lately, so that what is read twice is not looked at twice. */
  readonly #revs = new Map<OpinionId, number>()
  /** Decided, but their facts are not gathered yet. */
  #waiting = new Map<OpinionId, number>()
  /** When the last decision seen was made. */
  latest: Instant
  /** Decisions taken in since this began or was last kept. */
  changes = 0

  constructor(outcomesByPlace: Uint8Array, latest: Instant) {
    this.#outcomes = outcomesByPlace
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
    for (const { opinionId, outcome, rev, decidedAt } of decided) {
      this.#revs.set(opinionId, rev)
      this.#waiting.set(opinionId, codeOf(outcome))
      if (decidedAt > this.latest) this.latest = decidedAt
    }
    if (this.#revs.size > rememberedRevs) this.forget()
    this.changes += decided.length
    this.settle(ids)
  }

  /** Gives those that waited their places, as far as the log is known by now. */
  settle(ids: OpinionIdList): void {
    if (this.#outcomes.length < ids.length) {
      const larger = new Uint8Array(ids.length)
      larger.set(this.#outcomes)
      this.#outcomes = larger
    }
    for (const [id, place] of ids.placesOf(this.#waiting.keys())) {
      this.#outcomes[place] = this.#waiting.get(id) ?? 0
      this.#waiting.delete(id)
    }
  }

  /** By place: 0 undecided, else one more than the outcome's place in `outcomes`. */
  byPlace(): Uint8Array {
    return this.#outcomes
  }

  /** Whether every decision seen has its place, so that the bytes say everything. */
  isSettled(): boolean {
    return this.#waiting.size === 0
  }
}

/** The byte of an outcome. */
export function codeOf(outcome: Outcome | undefined): number {
  return outcome === undefined ? 0 : outcomes.indexOf(outcome) + 1
}

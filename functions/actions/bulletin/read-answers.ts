import type { Decision } from '#core/deciding/decision.ts'
import type { Outcome } from '#core/deciding/outcome.ts'
import { codeOf } from '#core/deciding/decision-standing.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import { OpinionIdLookup } from '#core/log/opinion-id-lookup.ts'
import type { Deps } from '#core/ports.ts'
import { WordList } from '#core/log/word-list.ts'

/** What a published answer says of an opinion. */
export type PublicAnswer = Pick<Decision, 'reason' | 'resulting'> & { outcome: Outcome }

/** The answers to a log's opinions by place: one answer of thousands is held once (R16). */
export class AnswerBook {
  /** Every answer once, of corrected opinions' as well. */
  readonly distinct: PublicAnswer[] = []
  readonly #spelled = new WordList()
  readonly #codes: Uint32Array

  constructor(size: number) {
    this.#codes = new Uint32Array(size)
  }

  put(place: number, { outcome, reason, resulting }: PublicAnswer): void {
    const code = this.#spelled.codeOf(JSON.stringify([codeOf(outcome), reason, resulting]))
    this.distinct[code - 1] ??= { outcome, reason, resulting }
    this.#codes[place] = code
  }

  /** `undefined`: undecided. */
  at(place: number): PublicAnswer | undefined {
    return this.distinct[(this.#codes[place] ?? 0) - 1]
  }
}

/** Reads every decision once, page by page, for what the public is to be told. `onPage` hears how many were read. */
export async function readAnswers(
  deps: Pick<Deps, 'decisions'>,
  id: ConsultationId,
  facts: LogFacts,
  onPage: (decisions: number) => Promise<void> | void = () => undefined,
): Promise<AnswerBook> {
  const book = new AnswerBook(facts.size)
  const lookup = new OpinionIdLookup(facts.ids)
  let read = 0
  for await (const page of deps.decisions.outcomes(id)) {
    await onPage((read += page.length))
    for (const { opinionId, outcome, reason, resulting } of page) {
      const place = lookup.placeOf(opinionId)
      if (place !== undefined && outcome !== undefined) book.put(place, { outcome, reason, resulting })
    }
  }
  return book
}

import type { DecisionInput } from '#contract/office-api.ts'
import type { Outcome } from '#core/deciding/outcome.ts'
import type { Written } from '../api/written.ts'

/** A decision as the desk writes it. */
export type WrittenDecision = Written<typeof DecisionInput>

/** Where the words are, as chosen and typed; `provisionId` `''`: nowhere yet. */
export interface PointedWords {
  draftId: string
  provisionId: string
  quote: string
  /** Where the quote begins in the provision's words; known when it was selected there, not when it was typed. */
  start?: number | undefined
}

/** The decision form as typed. */
export interface DecisionTyped extends PointedWords {
  outcome: Outcome | ''
  reason: string
  proposal: string
  responsible: string
  note: string
}

/** What stands decided → the form; `newestDraft` is where words are looked for unless it says otherwise. */
export function typedDecision(decision: WrittenDecision | undefined, newestDraft: string): DecisionTyped {
  return {
    outcome: decision?.outcome ?? '',
    reason: decision?.reason ?? '',
    draftId: decision?.resulting?.draftId ?? newestDraft,
    provisionId: decision?.resulting?.provisionId ?? '',
    quote: decision?.resulting?.quote ?? '',
    start: decision?.resulting?.start,
    proposal: decision?.proposal ?? '',
    responsible: decision?.responsible ?? '',
    note: decision?.note ?? '',
  }
}

/** The form → what is written: the whole decision, because what is left out is cleared. */
export function decisionInput(typed: DecisionTyped): WrittenDecision {
  const { outcome } = typed
  const texts = {
    reason: typed.reason,
    proposal: typed.proposal,
    responsible: typed.responsible,
    note: typed.note,
  }
  const said = Object.entries(texts).filter(([, text]) => text.trim() !== '')
  return {
    ...(outcome === '' ? {} : { outcome }),
    ...Object.fromEntries(said.map(([key, text]) => [key, text.trim()])),
    ...resultingInput(typed),
  }
}

/** The words pointed at → what is written of them. */
export function resultingInput({
  draftId,
  provisionId,
  quote,
  start,
}: PointedWords): Pick<WrittenDecision, 'resulting'> {
  if (provisionId === '') return {}
  return { resulting: { draftId, provisionId, ...quoted(quote, start) } }
}

/** A place is kept only with the very words selected there. */
function quoted(quote: string, start: number | undefined): { quote?: string; start?: number } {
  const words = quote.trim()
  if (words === '') return {}
  return start === undefined || words !== quote ? { quote: words } : { quote, start }
}

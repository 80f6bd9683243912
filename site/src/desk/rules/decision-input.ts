import type { DecisionInput, OfficeOpinion } from '#contract/office-api.ts'
import type { Outcome } from '#core/decision.ts'

/** The decision form as typed. */
export interface DecisionTyped {
  outcome: Outcome | ''
  reason: string
  draftId: string
  provisionId: string
  quote: string
  /** Where the quote begins in the provision's words; known when it was selected there, not when it was typed. */
  start?: number | undefined
  proposal: string
  responsible: string
  note: string
}

/** What stands decided → the form; `newestDraft` is where words are looked for unless it says otherwise. */
export function typedDecision(decision: OfficeOpinion['decision'], newestDraft: string): DecisionTyped {
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
export function decisionInput(typed: DecisionTyped): DecisionInput {
  const { outcome, draftId, provisionId, quote, start } = typed
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
    ...(provisionId === '' ? {} : { resulting: { draftId, provisionId, ...quoted(quote, start) } }),
  } as DecisionInput
}

/** A place is kept only with the very words selected there. */
function quoted(quote: string, start: number | undefined): { quote?: string; start?: number } {
  const words = quote.trim()
  if (words === '') return {}
  return start === undefined || words !== quote ? { quote: words } : { quote, start }
}

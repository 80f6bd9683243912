import type { FeedbackSlip } from '#contract/feedback-api.ts'
import type { DraftText } from '#core/bill.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import type { DraftId } from '#core/ids.ts'
import type { Deps } from '#core/ports.ts'
import { provisionWords, walkProvisions } from '#core/draft/provision.ts'

/** How a row of a bulletin is told on a slip. Reads the later drafts that these rows point into, once each. */
export async function feedbackSlipMaker(
  deps: Pick<Deps, 'drafts'>,
  rows: Iterable<BulletinRow>,
): Promise<(row: BulletinRow) => FeedbackSlip> {
  const pointed = new Set([...rows].flatMap(({ resulting }) => resulting?.draftId ?? []))
  const texts = new Map<DraftId, DraftText>()
  for (const id of pointed) texts.set(id, await deps.drafts.text(id))
  return (row) => slipOf(row, texts)
}

function slipOf(row: BulletinRow, texts: ReadonlyMap<DraftId, DraftText>): FeedbackSlip {
  const { provisionLabel, changeType, verbatim, proposedText, proponent, outcome, reason } = row
  const resulting = resultingOf(row.resulting, texts)
  return {
    row: row.row,
    provisionLabel,
    changeType,
    verbatim,
    ...(proposedText !== undefined && { proposedText }),
    proponent,
    outcome,
    reason,
    ...(resulting && { resulting }),
  }
}

function resultingOf(
  resulting: BulletinRow['resulting'],
  texts: ReadonlyMap<DraftId, DraftText>,
): FeedbackSlip['resulting'] {
  const draft = resulting && texts.get(resulting.draftId)
  if (!resulting || !draft) return undefined
  const { draftId, provisionId, provisionLabel, quote } = resulting
  const provision = [...walkProvisions(draft.provisions)].find(({ id }) => id === provisionId)
  const text = provision ? provisionWords(provision) : ''
  const { start = text.indexOf(quote) } = resulting
  return { draftId, stage: draft.stage, provisionId, provisionLabel, text, quote, start }
}

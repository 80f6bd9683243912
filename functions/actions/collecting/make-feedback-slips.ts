import type { FeedbackSlip } from '#contract/feedback-api.ts'
import type { DraftText } from '#core/bill.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import type { DraftId, OpinionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import type { Deps } from '#core/ports.ts'
import { provisionWords, walkProvisions } from '#core/draft/provision.ts'

/** The slip of an opinion; `undefined` while no published edition answers it. */
export type SlipMaker = (id: OpinionId) => FeedbackSlip | undefined

/** Reads the later drafts that the answers of these opinions point into, once each. */
export async function makeFeedbackSlips(
  deps: Pick<Deps, 'drafts'>,
  own: readonly LoggedOpinion[],
  rows: ReadonlyMap<OpinionId, BulletinRow> | undefined,
): Promise<SlipMaker> {
  const pointed = new Set(own.flatMap(({ entry }) => rows?.get(entry.id)?.resulting?.draftId ?? []))
  const texts = new Map<DraftId, DraftText>()
  for (const id of pointed) texts.set(id, await deps.drafts.text(id))
  return (id) => {
    const row = rows?.get(id)
    return row && slipOf(row, texts)
  }
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

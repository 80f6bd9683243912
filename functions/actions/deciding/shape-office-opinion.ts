import type { DecisionShown, OfficeOpinion } from '#contract/office-api.ts'
import type { DraftText } from '#core/bill.ts'
import { citeProvision } from '#core/draft/cite.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import type { Decision } from '#core/deciding/decision.ts'
import type { MemberId, OpinionId, ProvisionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import { type Follower, wordsNow } from '../lineage/follow-opinions.ts'

/** What the desk shows beside an opinion. */
export interface OpinionSurroundings {
  askedText: DraftText
  contactPoints: readonly ContactPoint[]
  decisions: ReadonlyMap<OpinionId, Decision>
  /** Missing: nobody is named. */
  deciders?: ReadonlyMap<MemberId, string>
  earlier: ReadonlyMap<OpinionId, OpinionId[]>
  follower?: Follower
}

/** One logged opinion as the desk reads it: both texts side by side (R9), never who typed it or how to reach anyone. */
export function shapeOfficeOpinion(logged: LoggedOpinion, around: OpinionSurroundings): OfficeOpinion {
  const { n, entry, text } = logged
  const { content } = text
  const contactPoint = around.contactPoints.find(({ id }) => id === entry.contactPointId)
  const decision = around.decisions.get(entry.id)
  const now = around.follower?.follow(content.draftId, content.provisionId, content.quote)
  const words = around.follower && wordsNow(around.follower, decision)
  return {
    id: entry.id,
    n,
    provisionId: content.provisionId,
    provisionLabel: provisionLabel(around.askedText, content.provisionId),
    changeType: content.changeType,
    ...(content.quote !== undefined && { quote: content.quote }),
    verbatim: content.verbatim,
    ...(content.drafted !== undefined && { drafted: content.drafted }),
    ...(content.proposedText !== undefined && { proposedText: content.proposedText }),
    ...(content.reason !== undefined && { reason: content.reason }),
    proponent: content.proponent,
    channel: entry.channel,
    ...(contactPoint && { contactPoint: { id: contactPoint.id, name: contactPoint.name } }),
    ...(text.collectedOn !== undefined && { collectedOn: text.collectedOn }),
    receivedAt: entry.receivedAt,
    late: entry.late === true,
    flags: text.flags,
    supersedes: around.earlier.get(entry.id) ?? [],
    ...(decision && { decision: shapeDecision(decision, around.deciders) }),
    ...(now && { now }),
    ...(words && { wordsNow: words }),
  }
}

/** A decision without the ids the reader knows already; who made it by name, where names are told. */
export function shapeDecision(decision: Decision, deciders?: ReadonlyMap<MemberId, string>): DecisionShown {
  const { consultationId: _, opinionId: __, decidedBy, ...shown } = decision
  const decidedByName = deciders?.get(decidedBy)
  return { ...shown, ...(decidedByName !== undefined && { decidedByName }) }
}

/** 第二十四条第二款; `''` for the draft as a whole. */
export function provisionLabel(draft: Pick<DraftText, 'provisions'>, id: ProvisionId | null): string {
  return id === null ? '' : citeProvision(draft.provisions, id)
}

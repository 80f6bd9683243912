import type * as z from 'zod'
import { limits } from '#contract/limits.ts'
import type { NamedCauses } from '#contract/lineage-api.ts'
import {
  Cause,
  changedArticles,
  type CauseSubject,
  followedOutcomes,
  isForThis,
  relationOf,
  subjectKey,
} from '#core/lineage/causes.ts'
import type { BillId, DraftId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import { maskPersonalData } from '#core/text/masking.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { isRefusal, PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { type ReadLineage, readLineage } from './read-lineage.ts'
import { writeAudit } from '../write-audit.ts'

/** What a person says of one changed article. */
export const CauseInput = Cause.pick({
  side: true,
  provisionId: true,
  kind: true,
  sentence: true,
  decisions: true,
})
export type CauseInput = z.infer<typeof CauseInput>

interface BetweenDrafts {
  fromDraftId: DraftId
  toDraftId: DraftId
}

type CauseDeps = Pick<Deps, 'drafts' | 'lineages' | 'causes' | 'consultations' | 'decisions' | 'audit'>

/**
 * Names why an article changed between two drafts (R6), or says it anew; `readRev` 0: nobody has yet. Refuses
 * `not-permitted`, `not-found`, `different-bills`, `changed-meanwhile`, and `invalid-fields` for an article that did not
 * change (`provisionId`), for opinions without a decision or with one that is not on this bill or was not followed
 * (`decisions`), and for another wording of what the public has read: `draft-is-published`. A cause that two released
 * drafts still lack may be named, and one that a correction of their lineage asks to look over again may be said anew; the
 * same words said again confirm it.
 */
export async function nameCause(
  deps: CauseDeps,
  member: Member,
  drafts: BetweenDrafts,
  input: CauseInput,
  readRev: number,
  now: Instant,
): Promise<Cause> {
  const read = await requireSound(deps, member, drafts, [input])
  const relation = relationOf(read.lineage.links, input)
  if (isPublic(read) && readRev > 0) {
    const held = await deps.causes.find(drafts.fromDraftId, drafts.toDraftId, input)
    if (held !== undefined && isForThis(held, relation))
      throw new PortalError('draft-is-published', { id: drafts.toDraftId })
  }
  const cause = { ...drafts, ...input, relation, statedBy: member.id, statedAt: now, rev: readRev }
  return storeCause(deps, member, cause)
}

/**
 * Names the causes of several articles nobody has named one for. What a colleague named in the meantime stays and is
 * told (`already`); all others are stored. Refuses as `nameCause` does, before anything is stored; the first field at
 * fault is called `causes.3.decisions.0`.
 */
export async function nameCauses(
  deps: CauseDeps,
  member: Member,
  drafts: BetweenDrafts,
  inputs: readonly CauseInput[],
  now: Instant,
): Promise<NamedCauses> {
  const { lineage } = await requireSound(deps, member, drafts, inputs, 'causes')
  const [named, already]: [Cause[], CauseSubject[]] = [[], []]
  for (const input of inputs) {
    const relation = relationOf(lineage.links, input)
    const cause = { ...drafts, ...input, relation, statedBy: member.id, statedAt: now, rev: 0 }
    try {
      named.push(await storeCause(deps, member, cause))
    } catch (error) {
      if (!isRefusal(error, 'changed-meanwhile')) throw error
      already.push({ side: input.side, provisionId: input.provisionId })
    }
  }
  return { named, already }
}

/** Only when the public knows both drafts has it read why one became the other. */
function isPublic({ from, to }: ReadLineage): boolean {
  return from.meta.publishedAt !== undefined && to.meta.publishedAt !== undefined
}

/**
 * Puts a cause in the place of the one whose `rev` it carries, and writes it down for the auditors. Personal data is
 * masked here already, so that whoever wrote it reads what the public will (R10).
 */
async function storeCause(
  deps: Pick<Deps, 'causes' | 'audit'>,
  member: Member,
  cause: Cause,
): Promise<Cause> {
  const sentence = maskPersonalData(cause.sentence).text
  const stored = await deps.causes.put({ ...cause, sentence }, cause.rev)
  const { fromDraftId, toDraftId, provisionId, kind, decisions, rev } = stored
  const facts = { fromDraftId, provisionId, kind, decisions: decisions.length, rev }
  await writeAudit(deps, member, { action: 'cause.name', subject: toDraftId, facts }, cause.statedAt)
  return stored
}

/** Reads the drafts once and refuses causes for what did not change, or for opinions that were not followed. */
async function requireSound(
  deps: CauseDeps,
  member: Member,
  { fromDraftId, toDraftId }: BetweenDrafts,
  inputs: readonly CauseInput[],
  list?: string,
): Promise<ReadLineage> {
  requirePermission(member, 'cause.write')
  const read = await readLineage(deps, member, fromDraftId, toDraftId)
  const changed = new Set(changedArticles(read.lineage.links).map(subjectKey))
  const followed = await followedOn(deps, read.lineage.billId, inputs)
  for (const [place, input] of inputs.entries()) {
    const problem = problemOf(input, changed, followed)
    if (problem === undefined) continue
    const field = list === undefined ? problem.field : `${list}.${place}.${problem.field}`
    throw new PortalError('invalid-fields', { fields: [{ ...problem, field }] })
  }
  return read
}

function problemOf(
  input: CauseInput,
  changed: ReadonlySet<string>,
  followed: ReadonlySet<string>,
): { field: string; code: string } | undefined {
  if (!changed.has(subjectKey(input))) return { field: 'provisionId', code: 'unknown-provision' }
  if ((input.kind === 'opinions') !== input.decisions.length > 0)
    return { field: 'decisions', code: input.kind === 'opinions' ? 'required' : 'unknown-choice' }
  const stray = input.decisions.findIndex((decision) => !followed.has(decisionKey(decision)))
  return stray < 0 ? undefined : { field: `decisions.${stray}`, code: 'unknown-choice' }
}

/** Which of the decisions named stand, on a consultation of this bill, and were followed. */
async function followedOn(
  deps: CauseDeps,
  billId: BillId,
  inputs: readonly CauseInput[],
): Promise<ReadonlySet<string>> {
  const asked = new Map(
    inputs.flatMap(({ decisions }) =>
      decisions.map((decision) => [decisionKey(decision), decision] as const),
    ),
  )
  if (asked.size === 0) return new Set()
  const ofBill = new Set(
    (await deps.consultations.list()).flatMap((held) => (held.billId === billId ? held.id : [])),
  )
  const onBill = [...asked].filter(([, { consultationId }]) => ofBill.has(consultationId))
  const followed = await eachInFlight(onBill, limits.maxPutsInFlight, async ([key, named]) => {
    const decision = await deps.decisions.find(named.consultationId, named.opinionId)
    return decision !== undefined && followedOutcomes.includes(decision.outcome) ? [key] : []
  })
  return new Set(followed.flat())
}

const decisionKey = ({ consultationId, opinionId }: CauseInput['decisions'][number]) =>
  `${consultationId} ${opinionId}`

import type { GroupDecisionInput, GroupDecisionReport } from '#contract/groups-api.ts'
import { limits } from '#contract/limits.ts'
import { canonicalJson } from '#core/log/commitment.ts'
import type { Decision } from '#core/deciding/decision.ts'
import { earlierAnswers, type GroupAnswer } from '#core/grouping/group-answer.ts'
import type { GroupId } from '#core/grouping/group-moves.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { isRefusal, PortalError } from '#core/portal-error.ts'
import type { Instant } from '#core/time.ts'
import type { GroupMemory } from '../log/follow-groups.ts'
import { requireGroup } from './list-groups.ts'
import { readConsultationDrafts } from '../lineage/read-later-drafts.ts'
import { readDecisions } from '../deciding/read-decisions.ts'
import { memberNames } from '../member-names.ts'
import { type GroupDeps, readGroups, shapeAnswer } from './read-groups.ts'
import { requireWords } from '../deciding/require-words.ts'
import { writeAudit } from '../write-audit.ts'
import { type DecisionFields, writeDecision } from '../deciding/write-decision.ts'

/** What a member's decision is to the group's answer. */
type Standing = 'same' | 'open' | 'kept'

/**
 * Gives a group one answer (R16): the answer stands with the group, and a decision of its own is written to every
 * member that is undecided or had the group's earlier answer. What a person decided otherwise is kept unless its
 * opinion is named in `also`. At most 1,000 decisions a call; sent again with the new rev it goes on with what is left,
 * and a crash in between loses nothing. Refuses `not-permitted`, `not-found`, `invalid-fields` (no outcome, words that
 * are not there), `changed-meanwhile` when a colleague has answered the group since.
 */
export async function decideGroup(
  deps: GroupDeps,
  member: Member,
  id: ConsultationId,
  groupId: GroupId,
  input: GroupDecisionInput,
  readRev: number,
  now: Instant,
  memory: GroupMemory,
): Promise<GroupDecisionReport> {
  requirePermission(member, 'decision.write')
  const read = await readGroups(deps, id, memory)
  const group = requireGroup(read, groupId)
  const decision = await checkedDecision(deps, read.consultation, input)
  const before = read.answers.get(group.id)
  const answer = await putAnswer(
    deps,
    member,
    { consultationId: id, groupId: group.id, decision },
    before,
    readRev,
    now,
  )
  const also = new Set(input.also)
  const members = group.places.map((place) => read.log.ids.at(place))
  const decisions = await readDecisions(deps, id, new Set(members))
  const standing = Map.groupBy(members, (opinionId) =>
    standingOf(decisions.get(opinionId), answer, also.has(opinionId)),
  )
  const open = standing.get('open') ?? []
  const chosen = open.slice(0, limits.maxDecisionsPerCall)
  const overtaken = await writeAll(deps, member, answer, chosen, decisions, now)
  const keptIds = [...(standing.get('kept') ?? []), ...overtaken]
  const report = {
    written: chosen.length - overtaken.length,
    unchanged: standing.get('same')?.length ?? 0,
    kept: keptIds.length,
    left: open.length - chosen.length,
  }
  const facts = { consultationId: id, outcome: decision.outcome ?? 'none', ...report }
  await writeAudit(deps, member, { action: 'group.decide', subject: group.id, facts }, now)
  return { answer: shapeAnswer(answer, await memberNames(deps, [answer.decidedBy])), ...report, keptIds }
}

async function checkedDecision(
  deps: GroupDeps,
  consultation: Parameters<typeof readConsultationDrafts>[1],
  { decision }: GroupDecisionInput,
): Promise<DecisionFields> {
  if (decision.outcome === undefined)
    throw new PortalError('invalid-fields', { fields: [{ field: 'decision.outcome', code: 'required' }] })
  if (decision.resulting === undefined) return fieldsOf(decision)
  const { laterTexts } = await readConsultationDrafts(deps, consultation)
  return fieldsOf({ ...decision, resulting: requireWords(decision.resulting, laterTexts) })
}

/** Nothing is written when it stands already: a call that goes on with what was left keeps the rev. */
async function putAnswer(
  deps: GroupDeps,
  member: Member,
  given: Pick<GroupAnswer, 'consultationId' | 'groupId' | 'decision'>,
  before: GroupAnswer | undefined,
  readRev: number,
  now: Instant,
): Promise<GroupAnswer> {
  if ((before?.rev ?? 0) !== readRev)
    throw new PortalError('changed-meanwhile', {
      rev: before?.rev ?? 0,
      theirs: before && shapeAnswer(before, await memberNames(deps, [before.decidedBy])),
    })
  if (before !== undefined && isSame(before.decision, given.decision)) return before
  const earlier = before === undefined ? [] : [before.decision, ...before.earlier].slice(0, earlierAnswers)
  const answer = { ...given, earlier, decidedBy: member.id, decidedAt: now, rev: readRev }
  return deps.groups.putAnswer(answer, readRev)
}

function standingOf(held: Decision | undefined, answer: GroupAnswer, isNamed: boolean): Standing {
  if (held?.outcome === undefined) return 'open'
  if (says(held, answer.decision)) return 'same'
  return isNamed || answer.earlier.some((earlier) => says(held, earlier)) ? 'open' : 'kept'
}

/** Writes the answer to each; answers those that somebody changed meanwhile. */
async function writeAll(
  deps: GroupDeps,
  member: Member,
  { consultationId, ...answer }: GroupAnswer,
  opinionIds: readonly OpinionId[],
  decisions: ReadonlyMap<OpinionId, Decision>,
  now: Instant,
): Promise<OpinionId[]> {
  const overtaken: OpinionId[] = []
  await eachInFlight(opinionIds, limits.maxPutsInFlight, async (opinionId) => {
    try {
      const before = decisions.get(opinionId)
      const fields = answeredFields(before, answer)
      await writeDecision(deps, member, { consultationId, opinionId, fields, before }, now)
    } catch (error) {
      if (!isRefusal(error, 'changed-meanwhile')) throw error
      overtaken.push(opinionId)
    }
  })
  return overtaken
}

/** The answer, and what colleagues had noted on this one opinion for themselves. */
function answeredFields(
  held: Decision | undefined,
  { decision, earlier }: Pick<GroupAnswer, 'decision' | 'earlier'>,
): DecisionFields {
  const answered = held && earlier.find((answer) => says(held, answer))
  const own = internal.filter((name) => held?.[name] !== undefined && held[name] !== answered?.[name])
  return { ...Object.fromEntries(own.map((name) => [name, held?.[name]])), ...decision }
}

/** Fields of a decision that only colleagues read. */
const internal = ['proposal', 'responsible', 'note'] as const

/** Whether a decision is this answer; colleagues may have noted more on it for themselves. */
function says(held: DecisionFields, answer: DecisionFields): boolean {
  const { outcome, reason, resulting } = held
  const noted = internal.filter((name) => answer[name] !== undefined).map((name) => [name, held[name]])
  return isSame({ outcome, reason, resulting, ...Object.fromEntries(noted) }, answer)
}

/** What a decision says, without who and when; what is empty is left out. */
function fieldsOf({
  outcome,
  proposal,
  reason,
  resulting,
  responsible,
  note,
}: DecisionFields): DecisionFields {
  const all = { outcome, proposal, reason, resulting, responsible, note }
  return Object.fromEntries(Object.entries(all).filter(([, held]) => held !== undefined && held !== ''))
}

function isSame(a: DecisionFields, b: DecisionFields): boolean {
  return canonicalJson(fieldsOf(a)) === canonicalJson(fieldsOf(b))
}

import { earlierRevisions } from '../deciding/earlier-revisions.ts'
import type { GroupAnswerShown, OfficeGroup } from '#contract/groups-api.ts'
import type { Consultation } from '#core/consultation.ts'
import type { GroupAnswer } from '#core/grouping/group-answer.ts'
import type { GroupId, GroupMove } from '#core/grouping/group-moves.ts'
import { countGroups, type CountedGroup } from '#core/grouping/group-places.ts'
import type { GroupedLog } from '#core/grouping/grouped-log.ts'
import type { ConsultationId, MemberId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import type { Deps } from '#core/ports.ts'
import { tileWidth } from '#core/log/tiles.ts'
import { followDecisions } from '../deciding/follow-decisions.ts'
import { followFacts } from '../log/follow-facts.ts'
import { followGroups, type GroupMemory } from '../log/follow-groups.ts'
import { memberNames } from '../member-names.ts'
import { readDecisions } from '../deciding/read-decisions.ts'
import { type OpinionSurroundings, shapeOfficeOpinion } from '../deciding/shape-office-opinion.ts'

export type GroupDeps = Pick<
  Deps,
  | 'groups'
  | 'opinionLog'
  | 'drafts'
  | 'consultations'
  | 'decisions'
  | 'contactPoints'
  | 'audit'
  | 'facts'
  | 'standings'
  | 'settings'
  | 'members'
>

/** All groups of a consultation as they stand at one time. */
export interface ReadGroups {
  consultation: Consultation
  log: GroupedLog
  logged: number
  facts: LogFacts
  moves: GroupMove[]
  /** By place, 0 where there is no outcome. */
  decided: Uint8Array
  answers: Map<GroupId, GroupAnswer>
  groups: Map<GroupId, CountedGroup>
}

/** Goes on grouping, then counts. Refuses `not-found`. */
export async function readGroups(
  deps: GroupDeps,
  id: ConsultationId,
  memory: GroupMemory,
): Promise<ReadGroups> {
  const consultation = await deps.consultations.get(id)
  const { log, logged } = await followGroups(deps, consultation, memory)
  const { log: facts } = await followFacts(deps, id)
  const [moves, decided, answers] = await Promise.all([
    deps.groups.listMoves(id),
    followDecisions(deps, id, facts),
    deps.groups.listAnswers(id),
  ])
  const groups = countGroups(log, moves, decided)
  const byGroup = new Map(answers.map((answer) => [answer.groupId, answer]))
  return { consultation, log, logged, facts, moves, decided, answers: byGroup, groups }
}

/** Opinions at some places of the log, each bundle read once, by place. */
export async function readPlaces(
  deps: Pick<Deps, 'opinionLog'>,
  id: ConsultationId,
  places: readonly number[],
): Promise<Map<number, LoggedOpinion>> {
  const found = new Map<number, LoggedOpinion>()
  const byBundle = Map.groupBy(places, (place) => Math.floor(place / tileWidth))
  for (const wanted of byBundle.values()) {
    const [from, to] = [Math.min(...wanted), Math.max(...wanted) + 1]
    for await (const logged of deps.opinionLog.read(id, from, to))
      if (wanted.includes(logged.n)) found.set(logged.n, logged)
  }
  return found
}

/** What the desk shows beside these opinions of the consultation. */
export async function readSurroundings(
  deps: GroupDeps,
  { consultation, log, answers }: ReadGroups,
  shown: Iterable<LoggedOpinion>,
): Promise<OpinionSurroundings> {
  const [askedText, contactPoints, decisions] = await Promise.all([
    deps.drafts.text(consultation.draftId),
    deps.contactPoints.list(),
    readDecisions(deps, consultation.id, new Set(Array.from(shown, ({ entry }) => entry.id))),
  ])
  const earlier = earlierRevisions(log)
  const decided = [...decisions.values(), ...answers.values()]
  const deciders = await memberNames(
    deps,
    decided.map(({ decidedBy }) => decidedBy),
  )
  return { askedText, contactPoints, decisions, deciders, earlier }
}

/** A group as the desk reads it. */
export function shapeGroup(
  { id, places, people, undecided }: CountedGroup,
  leader: LoggedOpinion,
  { answers, facts }: Pick<ReadGroups, 'answers' | 'facts'>,
  around: OpinionSurroundings,
): OfficeGroup {
  const answer = answers.get(id)
  const points = new Set(places.flatMap((place) => (place < facts.size ? (facts.pointOf(place) ?? []) : [])))
  return {
    id,
    size: places.length,
    people,
    contactPoints: points.size,
    undecided,
    leader: shapeOfficeOpinion(leader, around),
    ...(answer && { answer: shapeAnswer(answer, around.deciders) }),
  }
}

/** An answer with who gave it by name, where names are told. */
export function shapeAnswer(
  { groupId, decision, decidedAt, decidedBy, rev }: GroupAnswer,
  deciders?: ReadonlyMap<MemberId, string>,
): GroupAnswerShown {
  const decidedByName = deciders?.get(decidedBy)
  return { groupId, decision, decidedAt, rev, ...(decidedByName !== undefined && { decidedByName }) }
}

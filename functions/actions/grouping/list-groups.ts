import type { OfficeGroupDetail, OfficeGroupPage } from '#contract/groups-api.ts'
import type { GroupAnswer } from '#core/grouping/group-answer.ts'
import { applyGroupMoves, type GroupId } from '#core/grouping/group-moves.ts'
import type { CountedGroup } from '#core/grouping/group-places.ts'
import type { ConsultationId } from '#core/ids.ts'
import { leftoverSentences } from '#core/grouping/leftover-sentences.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import { walkProvisions } from '#core/draft/provision.ts'
import { diffWords } from '#core/text/word-diff.ts'
import type { GroupMemory } from '../log/follow-groups.ts'
import {
  type GroupDeps,
  readGroups,
  type ReadGroups,
  readPlaces,
  readSurroundings,
  shapeGroup,
} from './read-groups.ts'
import { type OpinionSurroundings, shapeOfficeOpinion } from '../deciding/shape-office-opinion.ts'

/**
 * `article`: an article's id, or `whole`. `atLeast`: groups of so many opinions. `number`: the group of the opinion with
 * this number, from 1. `cursor`: where the last page ended.
 */
export interface GroupFilter {
  article?: string | undefined
  undecided?: boolean | undefined
  atLeast?: number | undefined
  number?: number | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

const defaultLimit = 50
const maxLimit = 100

/**
 * Groups of same-kind opinions 同类意见 in the order of the draft, the whole first, the largest of an article first.
 * Grouping goes on by up to 20,000 entries a call. Refuses `not-permitted`, `not-found`.
 */
export async function listGroups(
  deps: GroupDeps,
  member: Member,
  id: ConsultationId,
  filter: GroupFilter,
  memory: GroupMemory,
): Promise<OfficeGroupPage> {
  requirePermission(member, 'opinion.readAll')
  const read = await readGroups(deps, id, memory)
  const { provisions } = await deps.drafts.text(read.consultation.draftId)
  const orders = new Map<string, number>([['', 0]])
  for (const provision of walkProvisions(provisions)) orders.set(provision.id, orders.size)
  const limit = Math.min(filter.limit ?? defaultLimit, maxLimit)
  const wanted = [...read.groups.values()]
    .filter((group) => isWanted(group, articleOf(read, group), filter))
    .map((group) => ({ group, key: sortKey(group, orders.get(articleOf(read, group)) ?? orders.size) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .filter(({ key }) => filter.cursor === undefined || key > filter.cursor)
  const page = wanted.slice(0, limit)
  const leaders = await readPlaces(
    deps,
    id,
    page.map(({ group }) => group.places[0] as number),
  )
  const around = await readSurroundings(deps, read, leaders.values())
  return {
    grouped: read.log.size,
    logged: read.logged,
    movesRev: read.moves.length,
    groups: page.map(({ group }) => shapeGroup(group, leaderOf(group, leaders), read, around)),
    cursor: wanted.length > limit ? (page.at(-1)?.key ?? null) : null,
  }
}

/**
 * One group with its members in log order: each whole, with its differences from the leader and the sentences the
 * leader lacks (R16). Refuses `not-permitted`, `not-found`.
 */
export async function readGroup(
  deps: GroupDeps,
  member: Member,
  id: ConsultationId,
  groupId: GroupId,
  filter: Pick<GroupFilter, 'cursor' | 'limit'>,
  memory: GroupMemory,
): Promise<OfficeGroupDetail> {
  requirePermission(member, 'opinion.readAll')
  const read = await readGroups(deps, id, memory)
  const group = requireGroup(read, groupId)
  const from = Number(filter.cursor ?? 0) || 0
  const limit = Math.min(filter.limit ?? defaultLimit, maxLimit)
  const ahead = group.places.filter((place) => place >= from)
  const page = ahead.slice(0, limit)
  const opinions = await readPlaces(deps, id, [group.places[0] as number, ...page])
  const around = await readSurroundings(deps, read, opinions.values())
  const leader = leaderOf(group, opinions)
  const answer = read.answers.get(group.id)
  const members = page.flatMap((place) => {
    const logged = opinions.get(place)
    return logged === undefined ? [] : [shapeMember(logged, leader, around, answer)]
  })
  return {
    grouped: read.log.size,
    logged: read.logged,
    movesRev: read.moves.length,
    group: shapeGroup(group, leader, read, around),
    members,
    cursor: ahead.length > limit ? String(ahead[limit]) : null,
  }
}

/** The group an id leads to: merged ones are found where they went. Refuses `not-found`, also when it is empty. */
export function requireGroup(read: Pick<ReadGroups, 'groups' | 'moves'>, groupId: GroupId): CountedGroup {
  const group = read.groups.get(applyGroupMoves(read.moves).resolve(groupId))
  if (group === undefined) throw new PortalError('not-found', { kind: 'group', id: groupId })
  return group
}

function shapeMember(
  logged: LoggedOpinion,
  leader: LoggedOpinion,
  around: OpinionSurroundings,
  answer: GroupAnswer | undefined,
): OfficeGroupDetail['members'][number] {
  const isOpen = around.decisions.get(logged.entry.id)?.outcome === undefined
  const [words, leading] = [wordsOf(logged), wordsOf(leader)]
  return {
    opinion: shapeOfficeOpinion(logged, around),
    differences: diffWords(leading, words),
    leftovers: logged.n === leader.n ? [] : leftoverSentences(words, leading),
    ...(isOpen && answer && { proposed: answer.decision }),
  }
}

/** What a person wrote, one text below the other, as it is grouped. */
function wordsOf({ text: { content } }: LoggedOpinion): string {
  const { verbatim, proposedText, reason } = content
  return [verbatim, proposedText, reason].filter((text) => text !== undefined && text !== '').join('\n')
}

function leaderOf(group: CountedGroup, opinions: ReadonlyMap<number, LoggedOpinion>): LoggedOpinion {
  const leader = opinions.get(group.places[0] as number)
  if (leader === undefined) throw new Error(`the leader of ${group.id} is not in the log`)
  return leader
}

/** The article of a group: its leader's. */
function articleOf({ log }: ReadGroups, group: CountedGroup): string {
  const founder = log.proposer.founderOf(group.places[0] as number)
  const { leaders, articles } = log.proposer
  return articles[leaders.articleOf(leaders.firstFrom(founder))] ?? ''
}

function isWanted(group: CountedGroup, article: string, filter: GroupFilter): boolean {
  if (group.places.length < (filter.atLeast ?? 2)) return false
  if (filter.undecided === true && group.undecided === 0) return false
  if (filter.number !== undefined && !group.places.includes(filter.number - 1)) return false
  return filter.article === undefined || article === (filter.article === 'whole' ? '' : filter.article)
}

/** Sorts by place in the draft, then by size, largest first, then by age; a page goes on behind it whatever changed. */
function sortKey(group: CountedGroup, order: number): string {
  const parts = [order, 99_999_999 - group.places.length, group.places[0] as number]
  return parts.map((part) => String(part).padStart(8, '0')).join('.')
}

import type {
  GroupDecisionInput,
  GroupDecisionReport,
  GroupMoveList,
  OfficeGroupDetail,
  OfficeGroupPage,
} from '#contract/groups-api.ts'
import type { GroupChange, GroupMove } from '#core/grouping/group-moves.ts'
import { call } from './call.ts'
import type { Written } from './written.ts'

const at = (consultationId: string, tail: string) =>
  `/consultations/${encodeURIComponent(consultationId)}/${tail}`

/** Which groups are asked for; `functions/contract/groups-api.ts` says what each means. */
export interface GroupQuery {
  article?: string | undefined
  undecided?: boolean | undefined
  atLeast?: number | undefined
  number?: number | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** Calls about same-kind opinions 同类意见. */
export const deskGroups = {
  list: (consultationId: string, query: GroupQuery) =>
    call<OfficeGroupPage>(at(consultationId, `groups${printQuery(query)}`)),
  read: (consultationId: string, groupId: string, cursor?: string) =>
    call<OfficeGroupDetail>(
      at(consultationId, `groups/${encodeURIComponent(groupId)}${printQuery({ cursor, limit: 100 })}`),
    ),
  moves: (consultationId: string) => call<GroupMoveList>(at(consultationId, 'group-moves')),
  move: (consultationId: string, change: GroupChange, movesRev: number) =>
    call<GroupMove>(at(consultationId, 'group-moves'), { method: 'POST', json: { change }, rev: movesRev }),
  answer: (
    consultationId: string,
    groupId: string,
    answer: Written<typeof GroupDecisionInput>,
    rev: number,
  ) =>
    call<GroupDecisionReport>(at(consultationId, `groups/${encodeURIComponent(groupId)}/decision`), {
      method: 'PUT',
      json: answer,
      rev,
    }),
}

function printQuery(query: GroupQuery): string {
  const printed = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== false) printed.set(key, value === true ? '1' : String(value))
  return printed.size === 0 ? '' : `?${printed}`
}

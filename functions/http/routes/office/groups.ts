import {
  GroupDecisionInput,
  GroupDecisionReport,
  GroupMoveInput,
  GroupMoveList,
  OfficeGroupDetail,
  OfficeGroupPage,
} from '#contract/groups-api.ts'
import { GroupListQuery, GroupPageQuery } from '#contract/office-queries.ts'
import { GroupId, GroupMove } from '#core/grouping/group-moves.ts'
import { ConsultationId } from '#core/ids.ts'
import { decideGroup } from '../../../actions/grouping/decide-group.ts'
import type { GroupMemory } from '../../../actions/log/follow-groups.ts'
import { listGroups, readGroup } from '../../../actions/grouping/list-groups.ts'
import { listGroupMoves, moveGroup } from '../../../actions/grouping/move-group.ts'
import { answerItem, answerShape, readRev } from '../../office-answer.ts'
import type { OfficeContext, OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { parseShape, readJson } from '../../read-json.ts'
import { pathId } from '../path-id.ts'

const idOf = (c: OfficeContext) => pathId(c, 'consultationId', ConsultationId)

/** Same-kind opinions 同类意见: groups as proposed, moved by people, answered as one (R16). */
export function groupHandlers(deps: OfficeDeps) {
  const { clock } = deps
  const memory: GroupMemory = new Map()
  return {
    'GET /office/api/consultations/:consultationId/groups': async (c) => {
      const filter = parseShape(GroupListQuery, c.req.query())
      const page = await listGroups(deps, c.get('member'), idOf(c), filter, memory)
      c.header('etag', `"${page.movesRev}"`)
      return answerShape(c, OfficeGroupPage, page)
    },

    'GET /office/api/consultations/:consultationId/groups/:groupId': async (c) => {
      const page = parseShape(GroupPageQuery, c.req.query())
      const groupId = pathId(c, 'groupId', GroupId)
      const detail = await readGroup(deps, c.get('member'), idOf(c), groupId, page, memory)
      c.header('etag', `"${detail.movesRev}"`)
      return answerShape(c, OfficeGroupDetail, detail)
    },

    'PUT /office/api/consultations/:consultationId/groups/:groupId/decision': async (c) => {
      const input = await readJson(c, GroupDecisionInput)
      const groupId = pathId(c, 'groupId', GroupId)
      const [member, rev] = [c.get('member'), readRev(c)]
      const report = await decideGroup(deps, member, idOf(c), groupId, input, rev, clock.now(), memory)
      c.header('etag', `"${report.answer.rev}"`)
      return answerShape(c, GroupDecisionReport, report)
    },

    'GET /office/api/consultations/:consultationId/group-moves': async (c) => {
      const moves = await listGroupMoves(deps, c.get('member'), idOf(c), memory)
      c.header('etag', `"${moves.movesRev}"`)
      return answerShape(c, GroupMoveList, moves)
    },

    'POST /office/api/consultations/:consultationId/group-moves': async (c) => {
      const { change } = await readJson(c, GroupMoveInput)
      const [member, rev] = [c.get('member'), readRev(c)]
      return answerItem(
        c,
        GroupMove,
        await moveGroup(deps, member, idOf(c), change, rev, clock.now(), memory),
        201,
      )
    },
  } satisfies Record<string, OfficeHandler>
}

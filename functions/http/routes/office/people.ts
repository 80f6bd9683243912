import {
  AuditList,
  ContactPointInput,
  ContactPointList,
  Me,
  MemberInput,
  MemberList,
  StationsInput,
} from '#contract/office-api.ts'
import { ContactPoint } from '#core/contact-point.ts'
import { ContactPointId, MemberId } from '#core/ids.ts'
import { Member } from '#core/member.ts'
import { listContactPoints, putContactPoint } from '../../../actions/people/manage-contact-points.ts'
import { listMembers, putMember } from '../../../actions/people/manage-members.ts'
import { putStations } from '../../../actions/people/manage-stations.ts'
import { publishSite } from '../../../actions/bulletin/publish-site.ts'
import { readAudit } from '../../../actions/read-audit.ts'
import { answerItem, answerShape, readRev } from '../../office-answer.ts'
import type { OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { readJson } from '../../read-json.ts'
import { pathId } from '../path-id.ts'

/** Who is here: oneself, the members, the contact points, and what was done by whom. */
export function peopleHandlers(deps: OfficeDeps) {
  const { clock, settings } = deps
  return {
    'GET /office/api/me': async (c) => {
      const { id, name, role, contactPointId } = c.get('member')
      const contactPoint = contactPointId && (await deps.contactPoints.get(contactPointId))
      const { legalMinimumDays, utcOffsetMinutes } = settings
      return answerShape(c, Me, {
        id,
        name,
        role,
        ...(contactPoint && { contactPoint: { id: contactPoint.id, name: contactPoint.name } }),
        settings: { legalMinimumDays, utcOffsetMinutes },
      })
    },

    'GET /office/api/contact-points': async (c) =>
      answerShape(c, ContactPointList, await listContactPoints(deps, c.get('member'))),

    'PUT /office/api/contact-points/:contactPointId': async (c) => {
      const input = await readJson(c, ContactPointInput)
      const [id, rev, now] = [pathId(c, 'contactPointId', ContactPointId), readRev(c), clock.now()]
      const contactPoint = await putContactPoint(deps, c.get('member'), id, input, rev, now)
      await publishSite(deps, deps.authority, now)
      return answerItem(c, ContactPoint, contactPoint)
    },

    'PUT /office/api/contact-points/:contactPointId/stations': async (c) => {
      const input = await readJson(c, StationsInput)
      const [id, rev, now] = [pathId(c, 'contactPointId', ContactPointId), readRev(c), clock.now()]
      const contactPoint = await putStations(deps, c.get('member'), id, input, rev, now)
      await publishSite(deps, deps.authority, now)
      return answerItem(c, ContactPoint, contactPoint)
    },

    'GET /office/api/members': async (c) =>
      answerShape(c, MemberList, await listMembers(deps, c.get('member'))),

    'PUT /office/api/members/:memberId': async (c) => {
      const input = await readJson(c, MemberInput)
      const [id, rev] = [pathId(c, 'memberId', MemberId), readRev(c)]
      const member = await putMember(deps, c.get('member'), id, input, rev, clock.now())
      return answerItem(c, Member, member)
    },

    'GET /office/api/audit': async (c) => answerShape(c, AuditList, await readAudit(deps, c.get('member'))),
  } satisfies Record<string, OfficeHandler>
}

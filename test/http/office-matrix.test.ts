import { beforeAll, describe, expect, it } from 'vitest'
import { officeRoutes } from '#contract/office-routes.ts'
import type { AttachmentId, CollectingSessionId, ContactPointId, DeviceId, MemberId } from '#core/ids.ts'
import { ExportJob } from '#core/deciding/export-job.ts'
import { roles, type Role } from '#core/member.ts'
import { permissions, type Permission } from '#core/permissions.ts'
import { JointAnswer } from '#core/deciding/joint-answer.ts'
import { Report } from '#core/report/report.ts'
import { buildOpinion } from '../support/build-opinion.ts'
import { consultationId, draftId } from '../support/example-consultation.ts'
import { openOffice, type OpenOffice } from '../support/open-office.ts'

let office: OpenOffice
beforeAll(async () => {
  office = await openOffice()
  await office.deps.reports.put(sentReport, 0)
  await office.deps.exports.put(failedExport, 0)
  await office.deps.jointAnswers.put(jointAnswer, 0)
  await office.deps.inbox.append(collected)
  await office.deps.sequence()
  await putDeviceAndPhoto(office.deps)
})

const deviceId = '0b8d5f62-6c1e-4d0c-9a3f-5b7e2d914c01' as DeviceId
const attachmentId = '0b8d5f62-6c1e-4d0c-9a3f-5b7e2d914c02' as AttachmentId

/** What addresses with their ids must lead to, so that whoever may is not told that nothing is there. */
async function putDeviceAndPhoto({ devices, attachments, clock }: OpenOffice['deps']) {
  const contactPointId = 'cp-hexi' as ContactPointId
  const enrolled = { enrolledBy: 'm-collector' as MemberId, enrolledAt: clock.now() }
  const device = { id: deviceId, name: '平板', contactPointId, ...enrolled, publicKey: '', rev: 0 }
  await devices.put(device, 0)
  const photo = await attachments.append({
    id: attachmentId,
    contactPointId,
    sessionId: '0b8d5f62-6c1e-4d0c-9a3f-5b7e2d914c03' as CollectingSessionId,
    mediaType: 'image/jpeg',
    of: 1,
    uploadedBy: 'm-collector' as MemberId,
    startedAt: clock.now(),
  })
  await attachments.appendPiece(photo, 0, Buffer.from('a photo'))
}

/** Sent up by the liaison's contact point: there is something to read and to receive. */
const sentReport = Report.parse({
  consultationId,
  contactPointId: 'cp-hexi',
  number: 1,
  status: 'submitted',
  documentNumber: '',
  head: '',
  articles: [],
  history: [],
  rev: 0,
})

/** A long table that failed: there is something to start again. */
const failedExport = ExportJob.parse({
  id: 'x-matrix',
  consultationId,
  format: 'xlsx',
  edition: 'internal',
  filter: {},
  requestedBy: 'm-legislator',
  requestedByName: 'legislator',
  requestedAt: '2026-11-10T00:00:00.000Z',
  state: 'failed',
  failure: 'unexpected',
  phase: 'reading',
  done: 0,
  of: 0,
  attempts: 1,
  leaseUntil: '2026-11-10T00:01:00.000Z',
  files: [],
  rev: 0,
})

/** What was left of an article, answered at once: there is something to take back. */
const jointAnswer = JointAnswer.parse({
  consultationId,
  id: 'answer-matrix',
  article: 'whole',
  decision: { outcome: 'deferred', reason: '以后再研究。' },
  members: [],
  decidedBy: 'm-legislator',
  decidedAt: '2026-11-10T00:00:00.000Z',
  rev: 0,
})

const collected = buildOpinion('of-hexi', { contactPointId: 'cp-hexi' }, { consultationId, draftId })

const ids: Record<string, string> = {
  consultationId,
  draftId,
  fromDraftId: draftId,
  toDraftId: draftId,
  side: 'to',
  provisionId: 'art-1',
  billId: 'yunxi-waterfront',
  opinionId: collected.id,
  groupId: 'g-0',
  batchId: 'b-1',
  mappingId: 'm-1',
  contactPointId: 'cp-hexi',
  number: '1',
  memberId: 'm-none',
  deviceId,
  attachmentId,
  piece: '0',
  quarantineId: 'A'.repeat(22),
  exportId: failedExport.id,
  jointAnswerId: jointAnswer.id,
  article: 'whole',
  file: '1',
}
const concrete = (path: string) => path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? 'missing')

/** Roles by the permissions named on the route; written out again here, so that a change of either is seen. */
function allowed(allows: 'signed-in' | readonly Permission[]): readonly Role[] {
  if (allows === 'signed-in') return roles
  return roles.filter((role) => allows.some((name) => (permissions[name] as readonly Role[]).includes(role)))
}

describe.each(officeRoutes)('$method $path', ({ method, path, allows }) => {
  it('answers 401 to who is signed out', async () => {
    const answer = await office.ask(undefined, method, concrete(path))
    expect([answer.status, answer.body['code']]).toEqual([401, 'signed-out'])
  })

  it.each(roles)('as %s', async (role) => {
    const answer = await office.ask(role, method, concrete(path))
    if (allowed(allows).includes(role)) expect([401, 403, 404, 405, 500]).not.toContain(answer.status)
    else expect([answer.status, answer.body['code']]).toEqual([403, 'not-permitted'])
  })
})

describe('default deny', () => {
  it('no address under /office answers anything but the table and the sign-in', () => {
    const registered = office.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/office'))
      .map(({ method, path }) => `${method} ${path}`)
    const known = officeRoutes.map(({ method, path }) => `${method} ${path}`)
    const signIn = ['GET /office/login', 'GET /office/callback', 'GET /office/logout', 'POST /office/logout']
    expect(new Set(registered)).toEqual(new Set([...known, ...signIn]))
  })

  it('the words of the matrix are these and no others', () => {
    const matrix = Object.fromEntries(
      officeRoutes.map(({ method, path, allows }) => [`${method} ${path}`, allowed(allows).join(' ')]),
    )
    expect(matrix).toMatchInlineSnapshot(`
      {
        "GET /office/api/attachments/:attachmentId": "legislator liaison collector",
        "GET /office/api/attachments/:attachmentId/pieces": "legislator liaison collector",
        "GET /office/api/audit": "admin auditor",
        "GET /office/api/bills": "legislator liaison collector admin auditor",
        "GET /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId": "legislator liaison collector admin auditor",
        "GET /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/causes": "legislator auditor",
        "GET /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/comparison.docx": "legislator liaison collector admin auditor",
        "GET /office/api/collect/kit": "liaison collector",
        "GET /office/api/consultations/:consultationId": "legislator liaison collector admin auditor",
        "GET /office/api/consultations/:consultationId/alike": "liaison collector",
        "GET /office/api/consultations/:consultationId/assignments": "legislator auditor",
        "GET /office/api/consultations/:consultationId/bulletin": "legislator",
        "GET /office/api/consultations/:consultationId/bulletin/bulletin.docx": "legislator",
        "GET /office/api/consultations/:consultationId/bulletin/jobs": "legislator",
        "GET /office/api/consultations/:consultationId/bulletin/preview": "legislator",
        "GET /office/api/consultations/:consultationId/exports": "legislator",
        "GET /office/api/consultations/:consultationId/exports/:exportId/files/:file": "legislator",
        "GET /office/api/consultations/:consultationId/feedback-slips": "liaison collector",
        "GET /office/api/consultations/:consultationId/group-moves": "legislator auditor",
        "GET /office/api/consultations/:consultationId/groups": "legislator auditor",
        "GET /office/api/consultations/:consultationId/groups/:groupId": "legislator auditor",
        "GET /office/api/consultations/:consultationId/joint-answers": "legislator auditor",
        "GET /office/api/consultations/:consultationId/opinion-counts": "legislator liaison collector auditor",
        "GET /office/api/consultations/:consultationId/opinions": "legislator liaison collector auditor",
        "GET /office/api/consultations/:consultationId/opinions/:opinionId/history": "legislator liaison collector auditor",
        "GET /office/api/consultations/:consultationId/readiness": "legislator",
        "GET /office/api/consultations/:consultationId/sessions": "legislator liaison collector",
        "GET /office/api/consultations/:consultationId/table.csv": "legislator",
        "GET /office/api/consultations/:consultationId/table.docx": "legislator",
        "GET /office/api/consultations/:consultationId/table.json": "legislator",
        "GET /office/api/consultations/:consultationId/table.xlsx": "legislator",
        "GET /office/api/contact-points": "legislator liaison collector admin auditor",
        "GET /office/api/devices": "liaison collector admin",
        "GET /office/api/drafts/:draftId": "legislator liaison collector admin auditor",
        "GET /office/api/drafts/:draftId/owed": "legislator",
        "GET /office/api/mappings": "legislator liaison collector",
        "GET /office/api/me": "legislator liaison collector admin auditor",
        "GET /office/api/members": "admin auditor",
        "GET /office/api/openapi.json": "legislator liaison collector admin auditor",
        "GET /office/api/quarantine": "liaison admin",
        "GET /office/api/reports": "legislator liaison collector auditor",
        "GET /office/api/reports/:consultationId/:contactPointId": "legislator liaison collector auditor",
        "GET /office/api/reports/:consultationId/:contactPointId/:number/report.docx": "legislator liaison collector auditor",
        "GET /office/api/roll-up": "legislator liaison collector admin auditor",
        "GET /office/api/tasks": "legislator liaison collector auditor",
        "GET /office/api/tasks/:consultationId/batches": "legislator liaison collector",
        "GET /office/api/tasks/:consultationId/template.xlsx": "legislator liaison collector",
        "POST /office/api/batches/answers.xlsx": "legislator liaison collector",
        "POST /office/api/bills": "legislator",
        "POST /office/api/bills/:billId/drafts": "legislator",
        "POST /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/causes": "legislator",
        "POST /office/api/carried": "liaison collector admin",
        "POST /office/api/carried/pieces": "liaison collector admin",
        "POST /office/api/collect/data-key": "liaison collector",
        "POST /office/api/consultations": "legislator",
        "POST /office/api/consultations/:consultationId/announce": "legislator",
        "POST /office/api/consultations/:consultationId/bulletin/preview": "legislator",
        "POST /office/api/consultations/:consultationId/exports": "legislator",
        "POST /office/api/consultations/:consultationId/exports/:exportId/restart": "legislator",
        "POST /office/api/consultations/:consultationId/extend": "legislator",
        "POST /office/api/consultations/:consultationId/group-moves": "legislator",
        "POST /office/api/consultations/:consultationId/joint-answers": "legislator",
        "POST /office/api/consultations/:consultationId/joint-answers/:jointAnswerId/undo": "legislator",
        "POST /office/api/consultations/:consultationId/opinions/:opinionId/revisions": "liaison collector",
        "POST /office/api/consultations/:consultationId/publish": "legislator",
        "POST /office/api/consultations/:consultationId/table.csv": "legislator",
        "POST /office/api/consultations/:consultationId/table.xlsx": "legislator",
        "POST /office/api/consultations/:consultationId/withdraw": "legislator",
        "POST /office/api/devices": "liaison collector",
        "POST /office/api/devices/:deviceId/revoke": "liaison admin",
        "POST /office/api/devices/codes": "liaison",
        "POST /office/api/drafts/:draftId/release": "legislator",
        "POST /office/api/drafts/preview": "legislator",
        "POST /office/api/mappings/:mappingId/remove": "legislator liaison collector",
        "POST /office/api/opinions": "liaison collector",
        "POST /office/api/opinions/lookup": "liaison collector",
        "POST /office/api/quarantine/:quarantineId": "liaison admin",
        "POST /office/api/reports/:consultationId/:contactPointId/:number/receive": "legislator",
        "POST /office/api/reports/:consultationId/:contactPointId/:number/return": "legislator",
        "POST /office/api/reports/:consultationId/:contactPointId/:number/review": "liaison",
        "POST /office/api/reports/:consultationId/:contactPointId/:number/submit": "liaison",
        "PUT /office/api/attachments/:attachmentId/:piece": "liaison collector",
        "PUT /office/api/batches/:batchId": "legislator liaison collector",
        "PUT /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId": "legislator",
        "PUT /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/causes/:side/:provisionId": "legislator",
        "PUT /office/api/consultations/:consultationId/assignments/:article": "legislator",
        "PUT /office/api/consultations/:consultationId/bulletin": "legislator",
        "PUT /office/api/consultations/:consultationId/decisions/:opinionId": "legislator",
        "PUT /office/api/consultations/:consultationId/groups/:groupId/decision": "legislator",
        "PUT /office/api/contact-points/:contactPointId": "admin",
        "PUT /office/api/contact-points/:contactPointId/stations": "liaison admin",
        "PUT /office/api/mappings/:mappingId": "legislator liaison collector",
        "PUT /office/api/members/:memberId": "admin",
        "PUT /office/api/reports/:consultationId/:contactPointId/:number": "liaison",
      }
    `)
  })

  it('a public address does not exist here, nor an office one in the public app', async () => {
    expect((await office.ask('legislator', 'GET', '/api/consultations')).status).toBe(404)
    const response = await office.publicApp.request('/office/api/me')
    expect(response.status).toBe(404)
  })
})

describe('a session', () => {
  it('ends at once when its member is made inactive, expires, or signs out', async () => {
    const own = await openOffice()
    expect((await own.ask('auditor', 'GET', '/office/api/me')).status).toBe(200)
    const member = (await own.deps.members.list()).find(({ role }) => role === 'auditor')!
    await own.deps.members.put({ ...member, active: false }, member.rev)
    const ended = await own.ask('auditor', 'GET', '/office/api/me')
    expect([ended.status, ended.body['code']]).toEqual([403, 'membership-ended'])

    expect((await own.ask('admin', 'GET', '/office/logout')).status).toBe(303)
    expect((await own.ask('admin', 'GET', '/office/api/me')).status).toBe(401)

    expect((await own.ask('legislator', 'GET', '/office/api/me')).status).toBe(200)
    own.deps.clock.set('2096-11-20T12:00:00.000Z' as never)
    expect((await own.ask('legislator', 'GET', '/office/api/me')).status).toBe(401)
  })

  it('is not signed out by a link on another site', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' }
    await office.ask('auditor', 'GET', '/office/logout', { headers })
    expect((await office.ask('auditor', 'GET', '/office/api/me')).status).toBe(200)
  })

  it('writes nothing for another site', async () => {
    const json = { title: '一件法规案', summary: '' }
    const headers = { origin: 'https://evil.example' }
    const answer = await office.ask('legislator', 'POST', '/office/api/bills', { json, headers })
    expect([answer.status, answer.body['code']]).toEqual([403, 'cross-site-request'])
  })
})

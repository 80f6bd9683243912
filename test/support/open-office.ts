import type { ContactPoint } from '#core/contact-point.ts'
import type { ContactPointId, MemberId } from '#core/ids.ts'
import type { Member, Role } from '#core/member.ts'
import { roles } from '#core/member.ts'
import { exampleAuthority } from './example-authority.ts'
import { signIn } from '../../functions/actions/people/sign-in.ts'
import { createOfficeApp } from '../../functions/http/office-app.ts'
import type { OfficeDeps } from '../../functions/http/office-deps.ts'
import { silentTelemetry } from '../../functions/telemetry/telemetry.ts'
import { openPortal, type Answer } from './open-consultation.ts'

function exampleContactPoint(id: string, name: string): ContactPoint {
  return {
    id: id as ContactPointId,
    name,
    owner: 'npc',
    tier: 'municipal',
    area: '河西区',
    address: '河西街 2 号',
    phone: '0571-5555 0001',
    openingHours: '周一至周五',
    stations: [],
    rev: 0,
  }
}

export const memberNames = [...roles, 'otherLiaison'] as const
export type MemberName = (typeof memberNames)[number]

function exampleMember(name: MemberName): Member {
  const role: Role = name === 'otherLiaison' ? 'liaison' : name
  const contactPointId = name === 'otherLiaison' ? 'cp-hedong' : 'cp-hexi'
  const atContactPoint = role === 'liaison' || role === 'collector'
  return {
    id: `m-${name.toLowerCase()}` as MemberId,
    subject: name,
    name,
    role,
    ...(atContactPoint && { contactPointId: contactPointId as ContactPointId }),
    active: true,
    rev: 0,
  }
}

export interface OfficeCall {
  json?: unknown
  body?: BodyInit
  headers?: Record<string, string>
}

/** A portal with one open consultation, two contact points, and a signed-in member of every role. */
export async function openOffice(more: Partial<Pick<OfficeDeps, 'directTableRows'>> = {}) {
  const portal = await openPortal()
  const { deps } = portal
  await deps.contactPoints.put(exampleContactPoint('cp-hexi', '河西联系点'), 0)
  await deps.contactPoints.put(exampleContactPoint('cp-hedong', '河东联系点'), 0)
  const cookies = new Map<MemberName, string>()
  for (const name of memberNames) {
    await deps.members.put(exampleMember(name), 0)
    cookies.set(name, (await signIn(deps, name, deps.clock.now())).cookie)
  }
  const app = createOfficeApp({
    ...deps,
    ...more,
    authority: exampleAuthority,
    oidc: { issuer: 'https://issuer.example', clientId: 'kaimen', clientSecret: 'secret' },
    telemetry: silentTelemetry,
  })

  async function fetchAs(who: MemberName | undefined, method: string, path: string, call: OfficeCall = {}) {
    const cookie = who && { cookie: `__Host-kaimen_session=${cookies.get(who)}` }
    const type = call.json === undefined ? undefined : { 'content-type': 'application/json' }
    const body = call.json === undefined ? call.body : JSON.stringify(call.json)
    const init: RequestInit = { method, headers: { ...cookie, ...type, ...call.headers } }
    return app.request(path, body === undefined ? init : { ...init, body })
  }
  async function ask(who: MemberName | undefined, method: string, path: string, call?: OfficeCall) {
    const response = await fetchAs(who, method, path, call)
    const text = await response.text()
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '')
    const body = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>
    return { status: response.status, headers: response.headers, body, text } satisfies Answer
  }
  /** A new session for a test that has moved the clock past the first one's end. */
  async function signInAgain(name: MemberName): Promise<MemberName> {
    cookies.set(name, (await signIn(deps, name, deps.clock.now())).cookie)
    return name
  }
  return { deps, app, publicApp: portal.app, portal, ask, fetchAs, signInAgain }
}
export type OpenOffice = Awaited<ReturnType<typeof openOffice>>

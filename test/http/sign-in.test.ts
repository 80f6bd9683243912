import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberId } from '#core/ids.ts'
import type { Instant } from '#core/time.ts'
import { createOfficeApp } from '../../functions/http/office-app.ts'
import { safeReturn } from '../../functions/http/routes/sign-in.ts'
import { createTelemetry } from '../../functions/telemetry/telemetry.ts'
import type { Account } from '../../infra/local/accounts.ts'
import { identityClientId, makeIdentityProvider } from '../../infra/local/identity-provider.ts'
import { openKeyFile } from '../../infra/local/portal-keys.ts'
import { exampleAuthority } from '../support/example-authority.ts'
import { makeTestDeps, type TestDeps } from '../support/test-portal.ts'

const start = '2096-11-20T02:00:00.000Z' as Instant
const account = (login: string): Account => ({
  login,
  name: login,
  role: 'legislator',
  doesZh: '',
  doesEn: '',
})
const lines: string[] = []
let folder: string
let server: Server
let origin: string
let deps: TestDeps

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaimen-sign-in-'))
  const keyFile = openKeyFile(folder)
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const made = await makeTestDeps({ now: start })
  deps = { ...made, settings: { ...made.settings, origin } }
  const member = { id: 'm-lin' as MemberId, subject: 'lin', name: '林静', role: 'legislator' } as const
  await deps.members.put({ ...member, active: true, rev: 0 }, 0)
  await deps.members.put({ ...member, id: 'm-gone' as MemberId, subject: 'gone', active: false, rev: 0 }, 0)
  const office = createOfficeApp({
    ...deps,
    authority: exampleAuthority,
    oidc: { issuer: `${origin}/idp`, clientId: identityClientId, clientSecret: keyFile.clientSecret },
    telemetry: createTelemetry((line) => lines.push(line), deps.clock.now),
  })
  const provider = makeIdentityProvider(origin, keyFile, ['lin', 'gone', 'stranger'].map(account))
  const answer = getRequestListener((request) => office.fetch(request), { overrideGlobalObjects: false })
  server.on('request', (request, response) =>
    request.url?.startsWith('/idp') ? provider(request, response) : void answer(request, response),
  )
})

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true })
})

/** A browser as far as signing in needs one: cookies, and redirects followed by hand. */
class SmallBrowser {
  readonly cookies = new Map<string, string>()

  async get(url: string, accept = 'text/html'): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(new URL(url, origin), { redirect: 'manual', headers: { cookie, accept } })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }

  /** Follows redirects up to the first address that begins with `stop`, or to a page. */
  async walk(url: string, stop: string): Promise<{ at: string; answer: Response }> {
    let answer = await this.get(url)
    let at = url
    while (answer.headers.has('location')) {
      at = new URL(answer.headers.get('location') ?? '', new URL(at, origin)).href
      if (at.startsWith(origin + stop)) break
      answer = await this.get(at)
    }
    return { at: at.replace(origin, ''), answer }
  }
}

describe('signing in with a real issuer', () => {
  it('comes back to where the person wanted to go, with a session of ours', async () => {
    const browser = new SmallBrowser()
    const { at } = await browser.walk('/office/login?return=/desk/c-1&login_hint=lin', '/desk')
    expect(at).toBe('/desk/c-1')
    const me = await browser.get('/office/api/me', 'application/json')
    expect(await me.json()).toMatchObject({ id: 'm-lin', name: '林静', role: 'legislator' })
    expect(lines.join('\n')).toContain('"event":"signed-in"')
    expect([...browser.cookies.keys()]).not.toContain('kaimen_login')
  })

  it('gives a cookie that no script reads and no other site sends', async () => {
    const browser = new SmallBrowser()
    const { at } = await browser.walk('/office/login?login_hint=lin', '/office/callback')
    const answer = await browser.get(at)
    const cookie = answer.headers.getSetCookie().find((set) => set.startsWith('kaimen_session='))
    for (const word of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(word)
    expect(answer.headers.get('location')).toBe('/desk/')
  })

  it('shows a clear page to who is no member, or no longer', async () => {
    for (const login of ['stranger', 'gone']) {
      const browser = new SmallBrowser()
      const { answer } = await browser.walk(`/office/login?login_hint=${login}`, '/desk')
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('您还不是这里的成员')
      expect(browser.cookies.has('kaimen_session')).toBe(false)
    }
  })

  it('refuses an answer that another browser asked for, a second time, or too late', async () => {
    const browser = new SmallBrowser()
    const { at } = await browser.walk('/office/login?login_hint=lin', '/office/callback')
    const stolen = await new SmallBrowser().get(at)
    expect(stolen.status).toBe(401)
    expect(await stolen.text()).toContain('href="/office/login"')
    const forged = new SmallBrowser()
    forged.cookies.set('kaimen_login', 'eyJzdGF0ZSI6IngifQ.AAAA')
    expect((await forged.get(at)).status).toBe(401)
    expect((await browser.get(at)).status).toBe(303)
    expect((await browser.get(at)).status).toBe(401)

    const late = new SmallBrowser()
    const again = await late.walk('/office/login?login_hint=lin', '/office/callback')
    deps.clock.set('2096-11-20T02:20:00.000Z' as Instant)
    expect((await late.get(again.at)).status).toBe(401)
    deps.clock.set(start)
  })

  it('ends with the sign-out', async () => {
    const browser = new SmallBrowser()
    await browser.walk('/office/login?login_hint=lin', '/desk')
    const stolen = new SmallBrowser()
    for (const [name, value] of browser.cookies) stolen.cookies.set(name, value)
    expect((await browser.get('/office/logout')).headers.get('location')).toBe('/')
    expect(browser.cookies.has('kaimen_session')).toBe(false)
    expect((await stolen.get('/office/api/me', 'application/json')).status).toBe(401)
  })

  it('says that it is busy when the issuer cannot be reached', async () => {
    const app = createOfficeApp({
      ...deps,
      authority: exampleAuthority,
      oidc: { issuer: 'http://localhost:1/idp', clientId: 'x', clientSecret: 'y' },
      telemetry: createTelemetry((line) => lines.push(line), deps.clock.now),
    })
    const answer = await app.request('/office/login')
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(lines.join('\n')).toContain('identity-provider-failed')
  })

  it('never writes a code, a token or a cookie into the operators’ events', () => {
    expect(lines.join('\n')).not.toMatch(/code=|state=|eyJ|kaimen_session=/)
  })
})

describe('the address to come back to', () => {
  it.each([
    ['/desk/c-1?x=1#a', '/desk/c-1?x=1#a'],
    [undefined, '/desk/'],
    ['https://evil.example/', '/desk/'],
    ['//evil.example/', '/desk/'],
    ['/\\evil.example', '/desk/'],
    ['/\t/evil.example', '/desk/'],
    ['javascript:alert(1)', '/desk/'],
    ['desk', '/desk/'],
  ])('%s → %s', (wanted, safe) => {
    expect(safeReturn(wanted, 'https://portal.example')).toBe(safe)
  })
})

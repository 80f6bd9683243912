import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from '../../infra/local/accounts.ts'
import { identityClientId, makeIdentityProvider } from '../../infra/local/identity-provider.ts'
import { openKeyFile } from '../../infra/local/portal-keys.ts'

const accounts: Account[] = [
  { login: 'legislator', name: '林静', role: 'legislator', doesZh: '研究意见', doesEn: 'opinions' },
  { login: 'liaison', name: '周海燕', role: 'liaison', doesZh: '上传意见', doesEn: 'uploads' },
]
let folder: string
let server: Server
let origin: string
let client: oidc.Configuration

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaimen-idp-'))
  const keys = openKeyFile(folder)
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  server.on('request', makeIdentityProvider(origin, keys, accounts))
  client = await oidc.discovery(new URL(`${origin}/idp`), identityClientId, keys.clientSecret, undefined, {
    execute: [oidc.allowInsecureRequests],
  })
})

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true })
})

/** A browser that keeps cookies by path, as far as this provider needs one. */
class SmallBrowser {
  readonly #cookies = new Map<string, string>()

  async get(url: string, body?: URLSearchParams): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(body && { method: 'POST', body }),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      if (value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    return answer
  }

  /** Follows redirects inside the provider; stops at a page or at our callback. */
  async walk(url: string, body?: URLSearchParams): Promise<{ url: string; answer: Response | undefined }> {
    let answer = await this.get(url, body)
    let at = url
    while (answer.headers.has('location')) {
      at = new URL(answer.headers.get('location') ?? '', at).href
      if (at.startsWith(`${origin}/office/callback`)) return { url: at, answer: undefined }
      answer = await this.get(at)
    }
    return { url: at, answer }
  }
}

async function begin(extra: Record<string, string>) {
  const verifier = oidc.randomPKCECodeVerifier()
  const state = randomBytes(8).toString('hex')
  const url = oidc.buildAuthorizationUrl(client, {
    redirect_uri: `${origin}/office/callback`,
    scope: 'openid profile',
    state,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...extra,
  })
  const subjectAt = async (callback: string) => {
    const tokens = await oidc.authorizationCodeGrant(client, new URL(callback), {
      pkceCodeVerifier: verifier,
      expectedState: state,
    })
    return tokens.claims()?.sub
  }
  return { url: url.href, subjectAt }
}

test('a login hint signs in without a page', async () => {
  const { url, subjectAt } = await begin({ login_hint: 'legislator' })
  expect(await subjectAt((await new SmallBrowser().walk(url)).url)).toBe('legislator')
})

test('one browser can be one person after another', async () => {
  const browser = new SmallBrowser()
  for (const login_hint of ['legislator', 'liaison', 'legislator']) {
    const { url, subjectAt } = await begin({ login_hint })
    expect(await subjectAt((await browser.walk(url)).url)).toBe(login_hint)
  }
})

test.each<Record<string, string>>([{}, { login_hint: 'mayor' }])(
  'without a known hint (%o) there is a page with every account to choose',
  async (hint) => {
    const browser = new SmallBrowser()
    const { url, subjectAt } = await begin(hint)
    const page = await browser.walk(url)
    const html = (await page.answer?.text()) ?? ''
    for (const { name } of accounts) expect(html).toContain(name)
    const chosen = await browser.walk(page.url, new URLSearchParams({ login: 'liaison' }))
    expect(await subjectAt(chosen.url)).toBe('liaison')
  },
)

test('choosing somebody who does not exist shows the page again', async () => {
  const browser = new SmallBrowser()
  const page = await browser.walk((await begin({})).url)
  const again = await browser.walk(page.url, new URLSearchParams({ login: 'mayor' }))
  expect(await again.answer?.text()).toContain('周海燕')
})

test('a sign-in link that is over leads back to the sign-in', async () => {
  const answer = await new SmallBrowser().get(`${origin}/idp/interaction/long-gone`)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/office/login'])
})

import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import type { Keys } from '#core/ports.ts'
import { Instant, instant } from '#core/time.ts'

/** What must survive the walk to the identity provider and back. */
const LoginState = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  expiresAt: Instant,
})
export type LoginState = z.infer<typeof LoginState>

const name = 'kaimen_login'
const lastsSeconds = 900

function seal(keys: Pick<Keys, 'hmac'>, payload: string): Buffer {
  return Buffer.from(keys.hmac(`kaimen login v1\0${payload}`))
}

/** Keeps the state in a signed, short-lived cookie, so that no table of half-finished sign-ins is needed. */
export function keepLogin(
  c: Context,
  login: Omit<LoginState, 'expiresAt'>,
  where: { keys: Pick<Keys, 'hmac'>; origin: string; now: Instant },
): void {
  const expiresAt = instant(Date.parse(where.now) + lastsSeconds * 1000)
  const payload = Buffer.from(JSON.stringify({ ...login, expiresAt })).toString('base64url')
  setCookie(c, name, `${payload}.${seal(where.keys, payload).toString('base64url')}`, {
    path: '/office',
    httpOnly: true,
    sameSite: 'Lax',
    secure: where.origin.startsWith('https:'),
    maxAge: lastsSeconds,
  })
}

/** Takes the state back, once; `undefined` when it is missing, forged or too old. */
export function takeLogin(c: Context, keys: Pick<Keys, 'hmac'>, now: Instant): LoginState | undefined {
  const [payload = '', sealed = ''] = (getCookie(c, name) ?? '').split('.')
  deleteCookie(c, name, { path: '/office' })
  const given = Buffer.from(sealed, 'base64url')
  const expected = seal(keys, payload)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const read = LoginState.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  return read.success && read.data.expiresAt > now ? read.data : undefined
}

import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { limits } from '#contract/limits.ts'

/**
 * `__Host-` pins the cookie to this host, its root and https (RFC 6265bis §4.1.3.2); browsers refuse that
 * prefix on plain http, so the local portal goes without it.
 */
function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-kaimen_session' : 'kaimen_session'
}

function attributes(origin: string) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: origin.startsWith('https:') } as const
}

/** The session's secret as the browser holds it. */
export function sessionCookie(c: Context, origin: string): string | undefined {
  return getCookie(c, cookieName(origin))
}

/** Hands the browser its session; it ends with the session itself. */
export function setSessionCookie(c: Context, origin: string, value: string): void {
  setCookie(c, cookieName(origin), value, { ...attributes(origin), maxAge: limits.sessionHours * 3600 })
}

export function clearSessionCookie(c: Context, origin: string): void {
  deleteCookie(c, cookieName(origin), attributes(origin))
}

import type { Trouble } from './collector.ts'
import type { World } from './world.ts'

/** What came of one request. `ok` only for an answer that is ours (OFFLINE row 2). */
export type Heard<T> =
  | { ok: true; body: T; sentAtMs: number; heardAtMs: number }
  | { ok: false; trouble: Trouble; retryAfterMs?: number; refusal?: string }

/** Answers to a whole request that may be one record's own fault. */
export type WholeRequestTrouble = Extract<Trouble, 'too-large' | 'not-understood'>

/** Troubles that would meet every other record too: the sender stops at them (OFFLINE row 7). */
export function isSystemic(trouble: Trouble): trouble is Exclude<Trouble, WholeRequestTrouble> {
  return trouble !== 'too-large' && trouble !== 'not-understood'
}

/** One request to the office API, never longer than the world's patience, its body included. */
export async function ask<T>(
  world: World,
  path: string,
  init: RequestInit,
  isOurs: (body: unknown) => body is T,
): Promise<Heard<T>> {
  const sentAtMs = world.nowMs()
  const stop = new AbortController()
  let forget = () => {}
  const silence = new Promise<'timeout'>((resolve) => {
    forget = world.after(world.patienceMs, () => {
      stop.abort()
      resolve('timeout')
    })
  })
  try {
    const heard = await Promise.race([read(world, path, { ...init, signal: stop.signal }), silence])
    if (heard === 'timeout') return { ok: false, trouble: 'timeout' }
    const { response, text } = heard
    if (response.status !== 200 && response.status !== 201) return refusalOf(response, text, sentAtMs)
    const body = jsonOf(response, text)
    if (!isOurs(body)) return { ok: false, trouble: 'captive-portal' }
    return { ok: true, body, sentAtMs, heardAtMs: world.nowMs() }
  } catch {
    return { ok: false, trouble: stop.signal.aborted ? 'timeout' : 'offline' }
  } finally {
    forget()
  }
}

async function read(world: World, path: string, init: RequestInit) {
  const response = await world.fetch(path, {
    credentials: 'same-origin',
    cache: 'no-store',
    // Ours never redirects; a captive portal does.
    redirect: 'manual',
    ...init,
    headers: { accept: 'application/json', ...(init.headers as Record<string, string> | undefined) },
  })
  return { response, text: await response.text() }
}

function jsonOf(response: Response, text: string): unknown {
  if (!/^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? '')) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** A refusal counts as the portal's only when it is a problem of ours; 429 and 5xx may come from what stands before it. */
function refusalOf(response: Response, text: string, nowMs: number): Heard<never> {
  const { status } = response
  const body = jsonOf(response, text) as { code?: unknown } | undefined
  const refusal = typeof body?.code === 'string' ? body.code : undefined
  const retryAfterMs = retryAfterOf(response, nowMs)
  const told = { ...(retryAfterMs !== undefined && { retryAfterMs }), ...(refusal && { refusal }) }
  const trouble = (name: Trouble): Heard<never> => ({ ok: false, trouble: name, ...told })
  if (status === 429) return trouble('too-many-requests')
  if (status >= 500 && status !== 511) return trouble('server-error')
  if (status === 413) return trouble('too-large')
  if (refusal === undefined) return trouble('captive-portal')
  if (status === 401) return trouble('signed-out')
  if (status === 403) return trouble('not-permitted')
  return trouble('not-understood')
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), at most an hour. */
function retryAfterOf(response: Response, nowMs: number): number | undefined {
  const said = response.headers.get('retry-after')
  if (said === null) return undefined
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - nowMs
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 3_600_000) : undefined
}

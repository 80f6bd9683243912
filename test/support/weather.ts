import type { World } from '../../site/src/collect/engine/world.ts'

/** What may befall one upload on its way; the office behind it is the real one. */
export const weathers = [
  'fair',
  'never-left',
  'answer-lost',
  'answer-cut',
  'sent-twice',
  'sent-again-later',
  'silent',
  'login-page',
  'foreign-json',
  'busy',
  'bad-gateway',
  'signed-out',
  'not-permitted',
] as const
export type Weather = (typeof weathers)[number]

const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ code }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })

const json = { 'content-type': 'application/json; charset=utf-8' }

/** Answers that never reach the office; `undefined`: it does. */
function answerOnTheWay(weather: Weather): Response | undefined {
  switch (weather) {
    case 'never-left':
      throw new TypeError('Failed to fetch')
    case 'login-page':
      return new Response('<title>Wi-Fi</title>', { headers: { 'content-type': 'text/html' } })
    case 'foreign-json':
      return new Response('{"status":"success","opinions":[],"sessions":[]}', { headers: json })
    case 'busy':
      return problem(429, 'too-many-requests', { 'retry-after': '7' })
    case 'bad-gateway':
      return new Response('bad gateway', { status: 502 })
    case 'signed-out':
      return problem(401, 'signed-out')
    case 'not-permitted':
      return problem(403, 'not-permitted')
    default:
      return undefined
  }
}

/** One device's network in a test. */
export interface Network {
  fetch: World['fetch']
  /** Requests that stood in some queue on the way arrive once more, long after their answer. */
  replayLate(): Promise<void>
  /** Whether a request has been left without any answer since this was last asked. */
  fellSilent(): boolean
  met: Map<Weather, number>
}

/** The network between a device and the office: every upload meets the weather `next` says, everything else is fair. */
export function throughWeather(office: World['fetch'], next: () => Weather): Network {
  const late: [string, RequestInit][] = []
  const met = new Map<Weather, number>()
  let isSilent = false
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    if (url !== '/office/api/opinions') return office(url, init)
    const weather = next()
    met.set(weather, (met.get(weather) ?? 0) + 1)
    const early = answerOnTheWay(weather)
    if (early !== undefined) return early
    if (weather === 'sent-twice') return (await Promise.all([office(url, init), office(url, init)]))[1]
    if (weather === 'sent-again-later') late.push([url, init])
    const answer = await office(url, init)
    if (weather === 'answer-lost') throw new TypeError('Failed to fetch')
    if (weather === 'silent') {
      isSilent = true
      return new Promise(() => {})
    }
    if (weather !== 'answer-cut') return answer
    const text = await answer.text()
    return new Response(text.slice(0, text.length / 2), { headers: json })
  }
  const replayLate = async () => {
    for (const [url, init] of late.splice(0)) await office(url, init)
  }
  const fellSilent = () => {
    const was = isSilent
    isSilent = false
    return was
  }
  return { fetch, replayLate, fellSilent, met }
}

import { randomInt } from 'node:crypto'
import type * as http from 'node:http'
import { Agent, request } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import { signedHeaders, type Credentials, type UnsignedRequest } from './aws-signature.ts'

/** A request with its signature. */
export interface SentRequest extends UnsignedRequest {
  headers: Record<string, string>
}

/** What came back, whatever its status. */
export interface AwsAnswer {
  status: number
  body: Buffer
}

/** Where AWS is, and who asks. `endpoint` replaces every service's own address: the engines of one machine. */
export interface AwsPlace {
  region: string
  credentials: Credentials
  endpoint?: string
  /** Wall time: a signature is good for a quarter of an hour. */
  now: () => Date
  /** Sends one request once; the network, unless a bench counts instead. */
  send?: (request: SentRequest) => Promise<AwsAnswer>
}

const attempts = 3
/** Three attempts and their pauses fit the ten seconds that the public function has. */
const attemptMs = 2500
const firstPauseMs = 50

const keptOpen = { keepAlive: true, maxSockets: 50 }

/** How requests leave: on AWS always over TLS; only the engines of one machine speak without it. */
type Way = Pick<typeof http, 'request'> & Pick<http.RequestOptions, 'agent'>
const secure: Way = { request, agent: new Agent(keptOpen) }
let plain: Promise<Way> | undefined

/** `node:http` is loaded only when asked for: importing it by name wakes its WebSocket, 25 ms of a cold start. */
function wayTo(url: URL): Way | Promise<Way> {
  if (url.protocol === 'https:') return secure
  plain ??= import('node:http').then((plainly) => ({
    request: plainly.request,
    agent: new plainly.Agent(keptOpen),
  }))
  return plain
}

/** One request over a kept connection; answers whatever the status, throws when there is no answer. */
export async function sendOnce({ method, url, headers, body }: SentRequest): Promise<AwsAnswer> {
  const way = await wayTo(url)
  const options = { method, headers, agent: way.agent, timeout: attemptMs }
  return new Promise((resolve, reject) => {
    const sent = way.request(url, options, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks) }))
    })
    sent.on('timeout', () => sent.destroy(timeoutError()))
    sent.on('error', reject)
    sent.end(body)
  })
}

function timeoutError(): Error {
  return Object.assign(new Error('no answer in time'), { name: 'TimeoutError' })
}

/** `https://dynamodb.cn-north-1.amazonaws.com.cn`, or the one endpoint of a local engine. */
export function serviceUrl({ region, endpoint }: AwsPlace, host: string): URL {
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return new URL(endpoint ?? `https://${host}.${region}.${suffix}`)
}

/**
 * Signs and sends a request, again after a pause when `isPassing` says that the answer may change, or when
 * there was none: at most three times, with full jitter (AWS Builders' Library, "Timeouts, retries and
 * backoff with jitter"). Every write sent through here must therefore be conditional or idempotent.
 */
export async function callAws(
  place: AwsPlace,
  service: string,
  request: UnsignedRequest,
  isPassing: (answer: AwsAnswer) => boolean,
): Promise<AwsAnswer> {
  const { region, credentials, send = sendOnce } = place
  for (let attempt = 1; ; attempt += 1) {
    const headers = await signedHeaders(request, { service, region, credentials, now: place.now() })
    try {
      const answer = await send({ ...request, headers })
      if (attempt === attempts || !isPassing(answer)) return answer
    } catch (error) {
      if (attempt === attempts) throw error
    }
    await pause(randomInt(firstPauseMs * 2 ** attempt))
  }
}

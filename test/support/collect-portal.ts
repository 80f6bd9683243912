import type {
  CollectKit,
  OpinionAnswer,
  SyncAnswer,
  SyncRequest,
} from '../../functions/contract/collect-api.ts'
import { parseReceiptCode } from '../../functions/core/collecting/receipt.ts'
import { opinionIdOf } from '../../functions/core/collecting/receipt-id.ts'
import { makeSealingKey } from './collect-sealing.ts'

/** What may befall one request on its way; the portal behind it is honest. */
export type Fault =
  | 'none'
  | 'lost-before'
  | 'lost-after'
  | 'silent-after'
  | 'html-200'
  | 'foreign-json'
  | 'status-500'
  | 'status-429'
  | 'status-401'
  | 'status-403'

const at = '2026-12-01T02:00:00.000Z'
const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ code }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })
const json = (body: unknown) =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json; charset=utf-8' } })

/** The network's edge in tests: an office API that keeps what it was sent under its id, and every fault before and after. */
export class FaultyPortal {
  readonly sealing = makeSealingKey()
  readonly held = new Map<string, string>()
  /** How often a record was written anew: more than once would be doubled. */
  readonly writes = new Map<string, number>()
  readonly requests: SyncRequest[] = []
  readonly pieces = new Map<string, Set<number>>()
  nextFault: (path: string) => Fault = () => 'none'
  /** Overrides the honest verdict on one opinion. */
  verdictOn: (verbatim: string) => OpinionAnswer['verdict'] | undefined = () => undefined
  signedIn = 'm-lin'
  utcOffsetMinutes = 480

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const fault = this.nextFault(url)
    if (fault === 'lost-before') throw new TypeError('Failed to fetch')
    if (fault === 'html-200')
      return new Response('<title>Wi-Fi</title>', { headers: { 'content-type': 'text/html' } })
    if (fault === 'foreign-json') return json({ status: 'success' })
    if (fault === 'status-500') return new Response('bad gateway', { status: 502 })
    if (fault === 'status-429') return problem(429, 'too-many-requests', { 'retry-after': '7' })
    if (fault === 'status-401') return problem(401, 'signed-out')
    if (fault === 'status-403') return problem(403, 'not-permitted')
    const answer = await this.#answer(url, init)
    if (fault === 'lost-after') throw new TypeError('Failed to fetch')
    if (fault === 'silent-after') return new Promise<Response>(() => {})
    return answer
  }

  async #answer(url: string, init: RequestInit): Promise<Response> {
    const { pathname, searchParams } = new URL(url, 'https://portal.test')
    if (pathname === '/office/api/me') return json({ id: this.signedIn })
    if (pathname === '/office/api/collect/kit') return json(this.#kit())
    if (pathname === '/office/api/devices') return json(JSON.parse(init.body as string))
    if (pathname.startsWith('/office/api/drafts/'))
      return json({ id: pathname.split('/').at(-1), title: '云溪市滨水条例', provisions: [] })
    const attachment = /^\/office\/api\/attachments\/([^/]+)\/(\d+)$/.exec(pathname)
    if (attachment) {
      const [, id = '', piece] = attachment
      const have = this.pieces.get(id) ?? new Set()
      this.pieces.set(id, have.add(Number(piece)))
      const of = Number(searchParams.get('of'))
      return json({ id, have: [...have], of, complete: have.size === of })
    }
    if (pathname === '/office/api/opinions')
      return json(this.#sync(JSON.parse(init.body as string) as SyncRequest))
    return problem(404, 'not-found')
  }

  #sync(request: SyncRequest): SyncAnswer {
    this.requests.push(request)
    return {
      receivedAt: at as SyncAnswer['receivedAt'],
      sessions: request.sessions.map(({ id }) => ({ id, verdict: 'stored', problems: [] })),
      opinions: request.opinions.map((opinion) => this.#take(opinion)),
    }
  }

  #take(opinion: SyncRequest['opinions'][number]): OpinionAnswer {
    const code = parseReceiptCode(opinion.receiptCode)
    if (code === undefined) throw new Error('the device sent no code')
    const id = opinionIdOf(code)
    const content = JSON.stringify(opinion)
    const forced = this.verdictOn(opinion.verbatim)
    const held = this.held.get(id)
    const verdict = forced ?? (held === undefined ? 'stored' : held === content ? 'repeated' : 'conflict')
    if (verdict === 'stored') {
      this.held.set(id, content)
      this.writes.set(id, (this.writes.get(id) ?? 0) + 1)
    }
    return { id, verdict, receivedAt: at as SyncAnswer['receivedAt'], problems: [], flags: [] }
  }

  #kit(): CollectKit {
    const draft = { id: 'waterfront-1', stage: 'consultation', title: '征求意见稿', date: '2026-11-01' }
    return {
      serverTime: at,
      utcOffsetMinutes: this.utcOffsetMinutes,
      noticeVersion: '2026-11',
      member: { id: this.signedIn, name: this.signedIn === 'm-lin' ? '林秀英' : '赵大川', role: 'collector' },
      contactPoint: { id: 'xijie', name: '西街', area: '西街', stations: [] },
      tasks: [
        {
          consultationId: 'c-waterfront',
          bill: { id: 'waterfront', title: '滨水条例', summary: '' },
          draft,
          status: 'open',
          opensAt: at,
          closesAt: '2026-12-31T16:00:00.000Z',
          dueOn: '2026-12-25',
          note: '',
        },
      ],
      sealingKey: this.sealing.publicKey,
    } as unknown as CollectKit
  }
}

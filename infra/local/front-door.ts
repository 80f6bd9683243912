import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { identityPath } from './identity-provider.ts'
import { outboxPath } from './outbox-page.ts'
import { serveStatic, type ShownSite } from './static-server.ts'

/** What the public app answers; everything else that is read is a file of the site. */
const publicPaths = ['/api', '/say', '/receipt/held', '/problems']

/** Everything behind the one origin; parts are hung in as they become usable. */
export interface FrontDoor {
  origin: string
  /** Set once opinions can be taken and the site can be read. */
  ready: boolean
  site: ShownSite | undefined
  publicApp: RequestListener | undefined
  officeApp: RequestListener | undefined
  identity: RequestListener | undefined
  /** Letters that are sent nowhere. */
  outbox: RequestListener | undefined
}

/** A door with nothing behind it yet: it keeps the port and says that the portal is starting. */
export function makeFrontDoor(origin: string): FrontDoor {
  const apps = { publicApp: undefined, officeApp: undefined, identity: undefined, outbox: undefined }
  return { origin, ready: false, site: undefined, ...apps }
}

/** Sends each request to the part it belongs to. Reading needs the built site only, never the engines. */
export function answerAt(door: FrontDoor): RequestListener {
  return (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/'
    if (isStrangeHost(door, request)) return redirectHome(door, request, response)
    if (path === '/api/health' && !door.ready) return sayStarting(response)
    if (isUnder(path, identityPath)) return (door.identity ?? sayUnready)(request, response)
    if (isUnder(path, outboxPath)) return (door.outbox ?? sayUnready)(request, response)
    if (isUnder(path, '/office')) return (door.officeApp ?? sayUnready)(request, response)
    if (!isReading(request) || publicPaths.some((prefix) => isUnder(path, prefix)))
      return (door.publicApp ?? sayUnready)(request, response)
    if (door.site?.current === undefined) return sayStarting(response)
    serveStatic(door.site, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  }
}

function isUnder(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`)
}

function isReading(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}

/** A person who typed 127.0.0.1: cookies and sign-in belong to the one origin, so pages are read there. */
function isStrangeHost(door: FrontDoor, request: IncomingMessage): boolean {
  const home = new URL(door.origin)
  if (home.hostname !== 'localhost' || request.headers['sec-fetch-mode'] !== 'navigate') return false
  return isReading(request) && ['127.0.0.1', '[::1]'].includes(hostnameOf(request.headers.host))
}

function hostnameOf(host = ''): string {
  return host.replace(/:\d+$/, '')
}

function redirectHome(door: FrontDoor, request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(307, { location: `${door.origin}${request.url ?? '/'}`, 'cache-control': 'no-store' })
    .end()
}

const sayUnready: RequestListener = (_request, response) => sayStarting(response)

function sayStarting(response: ServerResponse): void {
  response.writeHead(503, {
    'content-type': 'application/json; charset=utf-8',
    'retry-after': '2',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify({ status: 'starting', title: '门户正在启动，请稍候再试' }))
}

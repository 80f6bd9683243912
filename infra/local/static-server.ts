import type { IncomingMessage, ServerResponse } from 'node:http'
import { isCompressible } from './media-types.ts'
import { staticSecurityHeaders } from './security-headers.ts'
import type { Encoding, SiteFile, SiteFiles } from './site-files.ts'

/** Names under here carry a hash of their content. */
const hashedNames = '/_astro/'

/** The build that readers see, and the one before it for pages still open in somebody's browser. */
export interface ShownSite {
  current: SiteFiles | undefined
  previous: SiteFiles | undefined
  /** The build under way, if there is one: what is not there yet may be there at its end. */
  coming?: () => Promise<void> | undefined
}

/** Answers a request for a page or file of the built site. */
export async function serveStatic(
  site: ShownSite,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const address = readAddress(request.url)
  const found = address === undefined ? undefined : await findOrAwait(site, address)
  if (found !== undefined) return send(request, response, 200, found, cachingOf(address ?? ''))
  if (address !== undefined && site.current?.has(`${address}/`)) {
    const query = request.url?.split('?')[1]
    response.writeHead(308, { location: `${encodeURI(address)}/${query ? `?${query}` : ''}` }).end()
    return
  }
  const lost = await site.current?.find('/404.html')
  if (lost !== undefined) return send(request, response, 404, lost, 'no-cache')
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这个页面。Not found.\n')
}

/** The path of a URL, decoded; `undefined` for anything that is not plainly a path. */
function readAddress(url = '/'): string | undefined {
  try {
    const address = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')
    return address.startsWith('/') && !address.includes('\0') ? address : undefined
  } catch {
    return undefined
  }
}

/** Somebody who follows a link to what they have just published waits for the build instead of reading "not found". */
async function findOrAwait(site: ShownSite, address: string): Promise<SiteFile | undefined> {
  const found = await findFile(site, address)
  const coming = found === undefined && address.endsWith('/') ? site.coming?.() : undefined
  if (coming === undefined) return found
  await coming
  return findFile(site, address)
}

async function findFile(site: ShownSite, address: string): Promise<SiteFile | undefined> {
  const file = await site.current?.find(address)
  return file ?? (address.startsWith(hashedNames) ? site.previous?.find(address) : undefined)
}

/** How long caches may keep what stands at an address: for good where the name carries a hash, else they ask each time. */
export function cachingOf(address: string): string {
  return address.startsWith(hashedNames) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  file: SiteFile,
  caching: string,
): Promise<void> {
  const encoding = isCompressible(file.mediaType)
    ? preferredEncoding(request.headers['accept-encoding'] ?? '')
    : 'identity'
  const etag = `"${file.etag}${encoding === 'identity' ? '' : `-${encoding}`}"`
  const headers: Record<string, string> = {
    ...staticSecurityHeaders,
    'cache-control': caching,
    etag,
    vary: 'accept-encoding',
    ...(file.policy === undefined ? {} : { 'content-security-policy': file.policy }),
  }
  if (status === 200 && matches(request.headers['if-none-match'] ?? '', etag)) {
    response.writeHead(304, headers).end()
    return
  }
  const body = await file.body(encoding)
  if (encoding !== 'identity') headers['content-encoding'] = encoding
  response.writeHead(status, {
    ...headers,
    'content-type': file.mediaType,
    'content-length': body.length,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function matches(condition: string, etag: string): boolean {
  return condition.split(',').some((known) => known.trim().replace(/^W\//, '') === etag)
}

/** Brotli where it is offered, then gzip; `q=0` means no. */
export function preferredEncoding(accepted: string): Encoding {
  const offers = accepted.split(',').map((offer) => offer.trim().toLowerCase())
  const takes = (name: string) =>
    offers.some((offer) => offer.split(';')[0]?.trim() === name && !/;\s*q=0(\.0*)?$/.test(offer))
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : 'identity'
}

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { isCompressible, mediaTypeOf } from './media-types.ts'
import { contentSecurityPolicy } from './security-headers.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

/** One file of a built site, read on its first request and kept with its compressed forms. */
export interface SiteFile {
  mediaType: string
  etag: string
  /** Set for pages. */
  policy: string | undefined
  body(encoding: Encoding): Promise<Buffer>
}

/** One finished build. Paths are looked up, never joined: what is not in the list cannot be asked for. */
export interface SiteFiles {
  /** Address (`/`, `/bills/x/`, `/_astro/a.css`) → file. */
  find(address: string): Promise<SiteFile | undefined>
  has(address: string): boolean
}

/** Lists a build's folder; contents are read when somebody asks. */
export async function openSiteFiles(folder: string): Promise<SiteFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const places = new Map<string, string>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const address = `/${path.relative(folder, file).split(path.sep).join('/')}`
    places.set(address.replace(/(^|\/)index\.html$/, '$1'), file)
  }
  const opened = new Map<string, Promise<SiteFile>>()
  return {
    has: (address) => places.has(address),
    async find(address) {
      const place = places.get(address)
      if (place === undefined) return undefined
      const file = opened.get(address) ?? openFile(place)
      opened.set(address, file)
      return file
    },
  }
}

async function openFile(place: string): Promise<SiteFile> {
  const bytes = await readFile(place)
  const mediaType = mediaTypeOf(place)
  const forms = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(bytes)]])
  return {
    mediaType,
    etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    policy: mediaType.startsWith('text/html') ? contentSecurityPolicy(bytes.toString('utf8')) : undefined,
    body(wanted) {
      const encoding = isCompressible(mediaType) ? wanted : 'identity'
      const form = forms.get(encoding) ?? compress(bytes, encoding)
      forms.set(encoding, form)
      return form
    },
  }
}

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify<Buffer, Buffer>(gzip)

function compress(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return gzipAsync(bytes)
  return brotliAsync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
}

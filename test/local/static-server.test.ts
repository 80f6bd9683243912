import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSiteFiles } from '../../infra/local/site-files.ts'
import { preferredEncoding, serveStatic, type ShownSite } from '../../infra/local/static-server.ts'

let folder: string
let server: Server
let origin: string
const shown: ShownSite = { current: undefined, previous: undefined }
const home = '<!doctype html><title>开门</title><script>let a=1</script><p>欢迎</p>'

async function writeBuild(name: string, files: Record<string, string>): Promise<string> {
  const build = path.join(folder, name)
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(build, file)), { recursive: true })
    await writeFile(path.join(build, file), text)
  }
  return build
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaimen-static-'))
  await writeFile(path.join(folder, 'keys.json'), 'secret')
  const build = await writeBuild('one', {
    'index.html': home,
    '404.html': '没有这个页面',
    'bills/a/index.html': '法规案',
    '_astro/x.1a2b.css': 'p{color:#123}'.repeat(50),
  })
  shown.current = await openSiteFiles(build)
  server = createServer((incoming, outgoing) => void serveStatic(shown, incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

/** Sends a path exactly as written; `fetch` would tidy it first. */
function rawStatus(rawPath: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(origin, { path: rawPath, agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

test('a page is found at its address with a slash, and sent there without one', async () => {
  const page = await fetch(`${origin}/bills/a/`)
  expect([page.status, await page.text()]).toEqual([200, '法规案'])
  const moved = await fetch(`${origin}/bills/a?lang=en`, { redirect: 'manual' })
  expect([moved.status, moved.headers.get('location')]).toEqual([308, '/bills/a/?lang=en'])
})

test('an unknown address answers 404 with the site’s own page', async () => {
  const lost = await fetch(`${origin}/nowhere/`)
  expect([lost.status, await lost.text()]).toEqual([404, '没有这个页面'])
})

test('no spelling of a path leaves the build', async () => {
  const tries = [
    '/../keys.json',
    '/..%2fkeys.json',
    '/%2e%2e/keys.json',
    '/bills/../../keys.json',
    '//etc/passwd',
  ]
  expect(await Promise.all([...tries, '/%00', '/%zz'].map(rawStatus))).toEqual(Array(7).fill(404))
})

test('what a browser holds already is not sent again', async () => {
  const first = await fetch(`${origin}/`)
  const etag = first.headers.get('etag') ?? ''
  const again = await fetch(`${origin}/`, { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const other = await fetch(`${origin}/`, { headers: { 'if-none-match': '"other"' } })
  expect(other.status).toBe(200)
})

test('text travels compressed, and only names with a hash may be kept for good', async () => {
  const answer = await new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve) => {
    request(`${origin}/_astro/x.1a2b.css`, { headers: { 'accept-encoding': 'gzip, br' } }, (incoming) => {
      const pieces: Buffer[] = []
      incoming.on('data', (piece: Buffer) => pieces.push(piece))
      incoming.on('end', () => resolve({ headers: incoming.headers, body: Buffer.concat(pieces) }))
    }).end()
  })
  expect(answer.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/css; charset=utf-8',
  })
  expect(brotliDecompressSync(answer.body).toString()).toBe('p{color:#123}'.repeat(50))
  expect((await fetch(`${origin}/`)).headers.get('cache-control')).toBe('no-cache')
})

test('an encoding refused with q=0 is not used', () => {
  expect(preferredEncoding('br;q=0, gzip')).toBe('gzip')
  expect(preferredEncoding('gzip;q=0')).toBe('identity')
  expect(preferredEncoding('')).toBe('identity')
})

test('a page may run its own inline script and no other', async () => {
  const policy = (await fetch(`${origin}/`)).headers.get('content-security-policy')
  expect(policy).toMatch(/script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='(;|$)/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain("script-src 'self' 'unsafe-inline'")
})

test('nothing can be written to the site', async () => {
  expect((await fetch(`${origin}/`, { method: 'POST' })).status).toBe(405)
})

test('a page still open from the build before finds the files it names', async () => {
  const next = await openSiteFiles(await writeBuild('two', { 'index.html': '新' }))
  shown.previous = shown.current
  shown.current = next
  expect((await fetch(`${origin}/_astro/x.1a2b.css`)).status).toBe(200)
  expect((await fetch(`${origin}/bills/a/`)).status).toBe(404)
})

test('somebody who asks for a page that is just being built gets it when it is there', async () => {
  const next = await openSiteFiles(await writeBuild('three', { 'new/index.html': '刚刚发布' }))
  shown.coming = async () => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    shown.current = next
    delete shown.coming
  }
  const page = await fetch(`${origin}/new/`)
  expect([page.status, await page.text()]).toEqual([200, '刚刚发布'])
})

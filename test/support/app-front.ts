import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A front before a portal, as a site's own server is: it may publish other versions of the collector's app. */
export interface AppFront {
  origin: string
  /** From now on the worker and the page are these; no page learns of it before it asks. */
  publish(version: string): void
  close(): void
}

/** Opens a front that passes everything on; only the collector's worker and page bear the version published last. */
export async function openAppFront(portalOrigin: string): Promise<AppFront> {
  let version: string | undefined
  const portal = new URL(portalOrigin)
  const edits: Record<string, (text: string, name: string) => string> = {
    '/collect/worker.js': (text, name) => text.replace(/const version = '.*'/, `const version = '${name}'`),
    '/collect/': (text, name) => text.replace('<html', `<html data-version="${name}"`),
  }
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const edit = edits[incoming.url ?? '']
    const headers: Record<string, unknown> = { ...incoming.headers, host: portal.host }
    if (headers['origin'] !== undefined) headers['origin'] = portal.origin
    if (edit) for (const name of ['accept-encoding', 'if-none-match']) delete headers[name]
    const { url: path, method } = incoming
    const { hostname, port } = portal
    const onward = ask(
      { hostname, port, path, method, headers: headers as Record<string, string> },
      (answer) => {
        if (!edit || version === undefined) {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          return answer.pipe(outgoing)
        }
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('end', () => {
          const { 'content-length': _length, etag: _etag, ...kept } = answer.headers
          outgoing.writeHead(answer.statusCode ?? 502, kept)
          outgoing.end(edit(Buffer.concat(pieces).toString('utf8'), version ?? ''))
        })
      },
    )
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  }
  const server = createServer(pass)
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    publish: (name) => void (version = name),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

import { createServer, type RequestListener, type Server } from 'node:http'
import type { LocalSettings } from './settings.ts'

/** Takes the port, on this machine's IPv4 and IPv6 loopback alike; throws one clear sentence when it is taken. */
export async function listen(settings: LocalSettings, listener: RequestListener): Promise<Server[]> {
  const main = await listenOn(settings.port, settings.host, listener).catch(
    (error: NodeJS.ErrnoException) => {
      throw new Error(sentenceFor(error, settings), { cause: error })
    },
  )
  if (settings.host !== '127.0.0.1') return [main]
  // A browser may try `localhost` as ::1 first; a machine without IPv6 does without.
  const six = await listenOn(settings.port, '::1', listener).catch(() => undefined)
  return six === undefined ? [main] : [main, six]
}

function listenOn(port: number, host: string, listener: RequestListener): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ requestTimeout: 120_000, headersTimeout: 20_000 }, listener)
    server.once('error', reject)
    server.listen({ port, host, ipv6Only: host === '::1' }, () => resolve(server))
  })
}

function sentenceFor(error: NodeJS.ErrnoException, { port, host }: LocalSettings): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program; stop it, or choose another: PORT=${port + 1} npm start`
  if (error.code === 'EACCES') return `This user may not listen on port ${port}; choose one above 1023.`
  return `Cannot listen on ${host}:${port}: ${error.message}`
}

/** Stops taking requests and resolves when the last answer is out, or after three seconds. */
export async function stopListening(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          const forced = setTimeout(() => server.closeAllConnections(), 3000)
          server.close(() => {
            clearTimeout(forced)
            resolve()
          })
          server.closeIdleConnections()
        }),
    ),
  )
}

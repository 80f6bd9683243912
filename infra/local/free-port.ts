import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/*
 * Below the ports a system hands out by itself (Linux from 32768, others from 49152): no connection of anybody is given
 * ours by chance before its owner listens, or while a portal that was killed starts again. Above the one port up here
 * that browsers refuse (10080, https://fetch.spec.whatwg.org/#bad-port).
 */
const lowest = 11_000
const highest = 32_000

/** A TCP port of 127.0.0.1 that is free at this moment. */
export async function freePort(): Promise<number> {
  const port = randomInt(lowest, highest)
  return (await isFree(port)) ? port : freePort()
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    )
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

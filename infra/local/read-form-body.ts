import type { IncomingMessage } from 'node:http'

/** Reads a small URL-encoded form; refuses more than 8 KB. */
export async function readFormBody(request: IncomingMessage): Promise<URLSearchParams> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > 8192) throw new RangeError('the form is too large')
    pieces.push(piece)
  }
  return new URLSearchParams(Buffer.concat(pieces).toString('utf8'))
}

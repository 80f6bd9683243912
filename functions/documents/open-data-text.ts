import { createGzip } from 'node:zlib'
import { pipeline } from 'node:stream/promises'
import { PassThrough, Readable } from 'node:stream'
import type { RowPieces } from '#contract/open-opinions.ts'
import { byteChunks } from './byte-chunks.ts'
import type { RowSource } from './open-data-xlsx.ts'

/** Streams a file of rows, packed by gzip: a million rows are gigabytes of text. Level 1 as in `ooxml-stream.ts`. */
export async function* packedRows(pieces: RowPieces, { rows }: RowSource): AsyncGenerator<Uint8Array> {
  async function* text(): AsyncGenerator<string> {
    yield pieces.head
    let separator = ''
    for await (const row of rows()) {
      yield separator + pieces.row(row)
      ;({ separator } = pieces)
    }
    yield pieces.foot
  }
  async function* ownChunks(): AsyncGenerator<Buffer> {
    // Chunks share their memory, and the packer may hold several.
    for await (const chunk of byteChunks(text())) yield Buffer.from(chunk)
  }
  const packed = new PassThrough()
  const done = pipeline(Readable.from(ownChunks(), { objectMode: false }), createGzip({ level: 1 }), packed)
  done.catch(() => undefined)
  yield* packed as AsyncIterable<Uint8Array>
  await done
}

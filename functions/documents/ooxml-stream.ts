import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'
import { byteChunks } from './byte-chunks.ts'

/** One file of the archive; text is written as UTF-8, chunk by chunk. */
export interface ZipPart {
  name: string
  chunks: Iterable<string> | AsyncIterable<string>
}

interface WrittenPart {
  name: Buffer
  crc: number
  packed: number
  size: number
  offset: number
}

/** Bit 3: sizes follow in a data descriptor; bit 11: names are UTF-8 (APPNOTE.TXT §4.4.4). */
const flags = 0x0808
const deflated = 8
/** 1980-01-01, so that the same rows always make the same bytes. */
const dosDate = 0x0021
const zip32Limit = 0xffffffff

/**
 * Writes a ZIP while its parts are still being made: raw deflate, sizes in data descriptors, nothing held but one
 * chunk and one line of directory a part. Parts are read strictly one after the other.
 *
 * @throws Error when the archive or a part passes 4 GB: this is ZIP without zip64. Two million rows stay far below.
 */
export async function* zipStream(
  parts: Iterable<ZipPart> | AsyncIterable<ZipPart>,
): AsyncGenerator<Uint8Array> {
  const written: WrittenPart[] = []
  let offset = 0
  for await (const part of parts) {
    const entry: WrittenPart = { name: Buffer.from(part.name), crc: 0, packed: 0, size: 0, offset }
    yield localHeader(entry)
    for await (const chunk of deflate(part.chunks, entry)) {
      entry.packed += chunk.byteLength
      yield chunk
    }
    yield dataDescriptor(entry)
    offset += 30 + entry.name.byteLength + entry.packed + 16
    if (entry.size > zip32Limit || offset > zip32Limit) throw new Error('archive over 4 GB needs zip64')
    written.push(entry)
  }
  yield centralDirectory(written, offset)
}

/**
 * Level 1: a table of a million rows is bound by deflate, and level 6 would cost three times as much for 20 %. Chunks
 * are handed over one at a time, because they all stand in the same memory.
 */
async function* deflate(chunks: ZipPart['chunks'], entry: WrittenPart): AsyncGenerator<Uint8Array> {
  const deflater = createDeflateRaw({ level: 1, chunkSize: 65_536 })
  const ready: Uint8Array[] = []
  // Listening, not reading: a deflater whose output waits for a reader never ends the write that is waited for.
  deflater.on('data', (chunk: Uint8Array) => ready.push(chunk))
  try {
    for await (const bytes of byteChunks(chunks)) {
      entry.crc = crc32(bytes, entry.crc)
      entry.size += bytes.byteLength
      await new Promise<void>((resolve, reject) => {
        deflater.write(bytes, (error) => (error ? reject(error) : resolve()))
      })
      yield* ready.splice(0)
    }
    deflater.end()
    await once(deflater, 'end')
    yield* ready
  } finally {
    deflater.destroy()
  }
}

function localHeader({ name }: WrittenPart): Uint8Array {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(deflated, 8)
  header.writeUInt16LE(dosDate, 12)
  header.writeUInt16LE(name.byteLength, 26)
  return Buffer.concat([header, name])
}

function dataDescriptor({ crc, packed, size }: WrittenPart): Uint8Array {
  const descriptor = Buffer.alloc(16)
  descriptor.writeUInt32LE(0x08074b50, 0)
  descriptor.writeUInt32LE(crc, 4)
  descriptor.writeUInt32LE(packed, 8)
  descriptor.writeUInt32LE(Math.min(size, zip32Limit), 12)
  return descriptor
}

function centralDirectory(entries: readonly WrittenPart[], start: number): Uint8Array {
  const records = entries.map((entry) => {
    const record = Buffer.alloc(46)
    record.writeUInt32LE(0x02014b50, 0)
    record.writeUInt16LE(20, 4)
    record.writeUInt16LE(20, 6)
    record.writeUInt16LE(flags, 8)
    record.writeUInt16LE(deflated, 10)
    record.writeUInt16LE(dosDate, 14)
    record.writeUInt32LE(entry.crc, 16)
    record.writeUInt32LE(entry.packed, 20)
    record.writeUInt32LE(entry.size, 24)
    record.writeUInt16LE(entry.name.byteLength, 28)
    record.writeUInt32LE(entry.offset, 42)
    return Buffer.concat([record, entry.name])
  })
  const directory = Buffer.concat(records)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.byteLength, 12)
  end.writeUInt32LE(start, 16)
  return Buffer.concat([directory, end])
}

import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { limits } from '#contract/limits.ts'
import { PortalError } from '#core/portal-error.ts'
import { kindOfBytes } from './kind-of-bytes.ts'

/** A ZIP whose whole directory was checked before any byte was inflated. */
export interface GuardedZip {
  /** What it is by its parts: `docx`, `xlsx`, `xlsb`, `ods`, or only a `zip`. */
  looksLike: string
  has(name: string): boolean
  /** Streams one entry inflated. Throws `unsafe-archive` when it is longer than its header said. */
  stream(name: string): AsyncGenerator<Uint8Array>
  /** One whole entry as UTF-8 text; `''` when there is none. For the small parts of a workbook only. */
  text(name: string): Promise<string>
}

/** Below this size no archive can hurt, however well it packs: an empty template packs 100 : 1. */
const alwaysAllowedBytes = 8 * 1024 * 1024
const encryptedFlag = 0x1
const readableMethods = [0, 8]

/**
 * Opens an Office file after checking its central directory alone, in milliseconds: number of entries, sum of
 * declared sizes, inflation ratio, names that leave the archive, names twice, encryption. What is streamed later is
 * held to the declared size, so a lying header gains nothing.
 *
 * @throws PortalError `too-large` · `legacy-xls` (also an .xlsx with a password, which Excel wraps in the old
 *   container) · `not-an-xlsx` with `looksLike` · `unsafe-archive` with `reason`
 */
export async function openGuardedZip(bytes: Uint8Array, mustContain?: string): Promise<GuardedZip> {
  if (bytes.byteLength > limits.maxSheetBytes)
    throw new PortalError('too-large', { bytes: bytes.byteLength, limit: limits.maxSheetBytes })
  const kind = kindOfBytes(bytes)
  if (kind === 'ole') throw new PortalError('legacy-xls', { orPasswordProtected: true })
  if (kind !== 'zip') throw new PortalError('not-an-xlsx', { looksLike: kind })
  const { zip, entries } = await readDirectory(bytes)
  if (mustContain !== undefined && !entries.has(mustContain))
    throw new PortalError('not-an-xlsx', { looksLike: officeKind(entries) })
  return {
    looksLike: officeKind(entries),
    has: (name) => entries.has(name),
    stream: (name) => inflate(zip, entries.get(name)),
    text: async (name) => {
      const chunks: Uint8Array[] = []
      if (entries.has(name)) for await (const chunk of inflate(zip, entries.get(name))) chunks.push(chunk)
      return new TextDecoder().decode(Buffer.concat(chunks))
    },
  }
}

async function readDirectory(bytes: Uint8Array): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const entries = new Map<string, Entry>()
  let inflatedBytes = 0
  try {
    // yauzl itself refuses absolute names, `..`, and directories that do not add up.
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      autoClose: false,
      lazyEntries: true,
      validateEntrySizes: true,
    })
    if (zip.entryCount > limits.maxArchiveEntries) throw unsafe('too-many-entries')
    for await (const entry of zip.eachEntry()) {
      inflatedBytes += entry.uncompressedSize
      requireSafeEntry(entry, entries)
      entries.set(entry.fileName, entry)
    }
    requireSafeSize(inflatedBytes, bytes.byteLength)
    return { zip, entries }
  } catch (problem) {
    throw problem instanceof PortalError ? problem : unsafe('broken-archive')
  }
}

function requireSafeEntry(entry: Entry, seen: ReadonlyMap<string, Entry>): void {
  if ((entry.generalPurposeBitFlag & encryptedFlag) !== 0) throw unsafe('encrypted')
  if (!readableMethods.includes(entry.compressionMethod)) throw unsafe('unknown-compression')
  if (entry.fileName.includes('\0') || entry.fileName.includes('\\')) throw unsafe('bad-name')
  if (seen.has(entry.fileName)) throw unsafe('name-twice')
}

function requireSafeSize(inflatedBytes: number, packedBytes: number): void {
  if (inflatedBytes > limits.maxInflatedBytes) throw unsafe('inflates-too-far', { inflatedBytes })
  if (inflatedBytes > alwaysAllowedBytes && inflatedBytes > packedBytes * limits.maxInflationRatio)
    throw unsafe('inflates-too-far', { inflatedBytes })
}

async function* inflate(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Uint8Array> {
  if (!entry) throw new PortalError('not-an-xlsx', { looksLike: 'incomplete' })
  try {
    yield* await zip.openReadStreamPromise(entry)
  } catch (problem) {
    if (problem instanceof PortalError) throw problem
    throw unsafe('broken-entry')
  }
}

function officeKind(entries: ReadonlyMap<string, Entry>): string {
  if (entries.has('word/document.xml')) return 'docx'
  if (entries.has('xl/workbook.xml')) return 'xlsx'
  if (entries.has('xl/workbook.bin')) return 'xlsb'
  return entries.has('content.xml') ? 'ods' : 'zip'
}

function unsafe(reason: string, facts: Record<string, number> = {}): PortalError {
  return new PortalError('unsafe-archive', { reason, ...facts })
}

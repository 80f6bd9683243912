import { LogEntry } from './log-entry.ts'

/**
 * The one spelling of an entry, which its leaf hash covers: JSON, keys in the order of the alphabet, no
 * spaces, absent fields left out (RFC 8785 for these values).
 */
export function entryBytes(entry: LogEntry): Uint8Array {
  return Buffer.from(
    JSON.stringify({
      changeType: entry.changeType,
      channel: entry.channel,
      commitment: entry.commitment,
      consultationId: entry.consultationId,
      contactPointId: entry.contactPointId,
      id: entry.id,
      joins: entry.joins,
      late: entry.late,
      people: entry.people,
      provisionId: entry.provisionId,
      receivedAt: entry.receivedAt,
      supersedes: entry.supersedes,
      v: entry.v,
    }),
  )
}

/** Entries as C2SP tlog-tiles bundles them: each behind its length as two bytes, big-endian. */
export function bundleEntries(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    if (entry.length > 0xffff) throw new RangeError('an entry is longer than a bundle can say')
    bundle[at] = entry.length >> 8
    bundle[at + 1] = entry.length & 0xff
    bundle.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bundle
}

/** The raw entries of a bundle, in order; throws a RangeError when it is cut short. */
export function splitBundle(bundle: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bundle.length;) {
    const length = ((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0)
    const end = at + 2 + length
    if (length === 0 || end > bundle.length) throw new RangeError('an entry bundle is cut short')
    entries.push(bundle.subarray(at + 2, end))
    at = end
  }
  return entries
}

/** One raw entry → what it says. */
export function readEntry(bytes: Uint8Array): LogEntry {
  return LogEntry.parse(JSON.parse(new TextDecoder().decode(bytes)))
}

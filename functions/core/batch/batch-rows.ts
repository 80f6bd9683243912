import type { ConsultationId, ContactPointId, OpinionId } from '../ids.ts'
import type { BatchRows } from './batch-ports.ts'
import { sha256 } from '../sha256.ts'

/*
 * Which row of an uploaded table is which opinion. A source's rows are kept under `<rowKey>@<set>`: `rowKey` is
 * what the file says of the row (its 序号) or what it holds, `set` is the hash of all rows of the upload that first
 * brought it. So one file sent twice, even at once and under two names, derives the same receipt codes.
 */

/** One good row of an uploaded table, as far as telling it from others goes. */
export interface RowIdentity {
  /** Row of the file, as Excel shows it. */
  row: number
  /** 序号 as written, trimmed; absent where the file has none. */
  rowNumber?: string | undefined
  /** The opinion a receipt code written in the row belongs to. */
  paperId?: OpinionId | undefined
  /** Hash of everything the row says that makes it this opinion and not another. */
  contentHash: string
}

/** Where a row belongs: the `revision`-th one under `key`; `known` when it stands in the source's rows already. */
export interface RowPlace<R extends RowIdentity> {
  row: R
  key: string
  revision: number
  known: boolean
}

/** Hash of a set of rows whatever their order: 22 characters. */
export function rowSetHash(rows: readonly RowIdentity[]): string {
  const hashes = rows.map(({ contentHash }) => contentHash).sort()
  return sha256(hashes.join('\n')).toString('base64url').slice(0, 22)
}

/** The row's own key, at most 40 characters: its 序号, else what it holds. */
export function rowKeyOf(row: RowIdentity): string {
  if (row.rowNumber === undefined) return `c${row.contentHash.slice(0, 22)}`
  const plain = `n${row.rowNumber}`
  return plain.length <= 32 && !plain.includes('@')
    ? plain
    : `h${sha256(plain).toString('base64url').slice(0, 22)}`
}

/** `n12@…` → row key and set. */
export function splitKey(key: string): { rowKey: string; set: string } {
  const at = key.lastIndexOf('@')
  return { rowKey: key.slice(0, at), set: key.slice(at + 1) }
}

/** What a derived receipt code is the HMAC of, for the first revision of a row. */
export function rowCodeMessage(
  contactPointId: ContactPointId,
  consultationId: ConsultationId,
  key: string,
  contentHash: string,
): string {
  return ['kaimen batch row v1', contactPointId, consultationId, key, contentHash].join('\n')
}

/** The same for a later revision: a correction is known by what it corrects and what it says. */
export function revisionCodeMessage(corrects: OpinionId, contentHash: string): string {
  return ['kaimen batch revision v1', corrects, contentHash].join('\n')
}

/** How many rows of a file a source has seen, against the smaller of the two: 0…1. */
export function sharedRows(rows: readonly RowIdentity[], known: BatchRows): number {
  const keys = Object.values(known)
  const hashes = new Set(keys.flatMap((revisions) => revisions.map(({ contentHash }) => contentHash)))
  const shared = rows.filter(({ contentHash }) => hashes.has(contentHash)).length
  return shared / Math.max(1, Math.min(rows.length, keys.length))
}

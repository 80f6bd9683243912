import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { EngineError } from './engine-error.ts'
import type { DeviceKeys, MemberLock } from './vault.ts'

export type RecordKind = 'opinion' | 'session' | 'attachment' | 'kit' | 'draft'

/** One encrypted record as the device holds it: besides ids nothing can be read from it. */
export interface Row {
  key: string
  memberId: string
  kind: RecordKind
  /** Grows with every write; two tabs cannot overwrite each other unseen. */
  rev: number
  iv: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
}

/** An encrypted part of an attachment. */
export interface Piece {
  iv: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
}

/** What the sender remembers over a restart; nothing of anybody's records. */
export interface SenderMemory {
  trouble?: string
  retryAtMs?: number
  failures: number
  clockOffsetMs?: number
}

interface Schema extends DBSchema {
  device: { key: string; value: DeviceKeys | SenderMemory }
  members: { key: string; value: MemberLock }
  records: { key: string; value: Row; indexes: { byMember: string } }
  pieces: { key: [string, number]; value: Piece }
}
export type Shelf = IDBPDatabase<Schema>

/** Opens the device's database. `onGone`: the browser has thrown it away under us. */
export function openShelf(name: string, onGone: () => void): Promise<Shelf> {
  return openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('device')
      db.createObjectStore('members', { keyPath: 'id' })
      db.createObjectStore('records', { keyPath: 'key' }).createIndex('byMember', 'memberId')
      db.createObjectStore('pieces')
    },
    terminated: onGone,
  })
}

/** Every piece of one attachment. */
export function piecesOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER])
}

/** Runs a write; a full disk is told by its own word, and IndexedDB has then rolled the write back. */
export async function roomFor<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'QuotaExceededError') throw new EngineError('storage-full')
    throw thrown
  }
}

/** Puts a row only over the revision it was made from (0: over nothing). The check and the write are one transaction. */
export function putOver(shelf: Shelf, row: Row, over: number): Promise<boolean> {
  return roomFor(async () => {
    const tx = shelf.transaction('records', 'readwrite', { durability: 'strict' })
    const held = await tx.store.get(row.key)
    const isFree = (held?.rev ?? 0) === over
    if (isFree) await tx.store.put(row)
    await tx.done
    return isFree
  })
}

import type { Locks, World } from './world.ts'
import { piecesOf, type Shelf } from './shelf.ts'

/** Held by whoever cuts an attachment into pieces: its record comes last, so until then nothing else names them. */
export const keepingLock = (world: World, id: string) => `${world.database}-keeping-${id}`

/**
 * Throws away pieces whose attachment never came to be: the page died between the first piece and the record. Without
 * locks (browsers before 2022) nobody can tell these from an attachment another tab is keeping just now, and they stay.
 */
export async function sweepPieces(world: World, shelf: Shelf): Promise<void> {
  const { locks } = world
  if (locks === undefined) return
  const ids = new Set((await shelf.getAllKeys('pieces')).map(([id]) => id))
  if (ids.size === 0) return
  const named = new Set(await shelf.getAllKeys('records'))
  for (const id of ids) if (!named.has(id)) await sweepOne(locks, keepingLock(world, id), shelf, id)
}

function sweepOne(locks: Locks, name: string, shelf: Shelf, id: string): Promise<void> {
  return locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null || (await shelf.getKey('records', id)) !== undefined) return
    await shelf.delete('pieces', piecesOf(id))
  })
}

import { sameContent } from '../engine/same-content.ts'

/** What two windows made of one record: field by field, and where both wrote something else. */
export interface MergedEdits<T> {
  /** Fields both changed, each to something else. Where there are none, `mine` and `theirs` are one. */
  both: (keyof T & string)[]
  /** Everything of both, and of those fields this window's. */
  mine: T
  /** The same with the other window's. */
  theirs: T
}

/** Puts two edits of the same `base` together; what only one of them changed is never in question. */
export function mergeEdits<T extends object>(base: T, mine: T, theirs: T): MergedEdits<T> {
  const both: (keyof T & string)[] = []
  const ours: Partial<T> = {}
  const others: Partial<T> = {}
  for (const field of new Set([...keysOf(base), ...keysOf(mine), ...keysOf(theirs)])) {
    const hereChanged = !sameContent(mine[field], base[field])
    const thereChanged = !sameContent(theirs[field], base[field])
    const differ = hereChanged && thereChanged && !sameContent(mine[field], theirs[field])
    if (differ) both.push(field)
    put(ours, field, hereChanged ? mine[field] : theirs[field])
    put(others, field, thereChanged ? theirs[field] : mine[field])
  }
  return { both, mine: ours as T, theirs: others as T }
}

const keysOf = <T extends object>(record: T) => Object.keys(record) as (keyof T & string)[]

/** A field left out stays left out. */
function put<T extends object>(record: Partial<T>, field: keyof T, value: T[keyof T]): void {
  if (value !== undefined) record[field] = value
}

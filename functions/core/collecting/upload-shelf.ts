import type { ContactPointId } from '../ids.ts'

/**
 * Where uploads and saved mappings of the legislature itself are kept: what reached it as 12345 work orders, 人民建议 or
 * letters belongs to no contact point. No contact point may have this name.
 */
export const legislatureShelf = 'legislature' as ContactPointId

/** The contact point an opinion of this shelf came through; `undefined`: it came to the legislature itself. */
export function contactPointOfShelf(shelf: ContactPointId): ContactPointId | undefined {
  return shelf === legislatureShelf ? undefined : shelf
}

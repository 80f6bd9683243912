import { bulletinSectionKinds, type BulletinSectionKind } from '#core/bulletin/bulletin.ts'
import type { BulletinWriting } from '#core/bulletin/bulletin-draft.ts'

/** What two people can write at once without touching each other. */
export type WritingField = 'head' | 'order' | 'correction' | BulletinSectionKind

/** Both changed the same: the base is what both began with. */
export interface WritingClash {
  field: WritingField
  mine: string
  theirs: string
}

const fields: readonly WritingField[] = ['head', 'order', 'correction', ...bulletinSectionKinds]

/** Words of one field, `undefined` where the system's stand; an order is its kinds, joined. */
export function fieldOf(writing: BulletinWriting, field: WritingField): string | undefined {
  if (field === 'head') return writing.head
  if (field === 'correction') return writing.correction
  if (field === 'order') return writing.sections.map(({ kind }) => kind).join(',')
  return writing.sections.find(({ kind }) => kind === field)?.words
}

/** The same writing with one field changed. */
export function withField(
  writing: BulletinWriting,
  field: WritingField,
  value: string | undefined,
): BulletinWriting {
  if (field === 'head') return { ...writing, head: value }
  if (field === 'correction') return { ...writing, correction: value ?? '' }
  if (field === 'order') {
    const order = (value ?? '').split(',')
    return {
      ...writing,
      sections: writing.sections.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
    }
  }
  return {
    ...writing,
    sections: writing.sections.map((section) =>
      section.kind === field ? { kind: field, ...(value !== undefined && { words: value }) } : section,
    ),
  }
}

/**
 * Mine and a colleague's, begun from the same: what only one of us changed stands, what both changed differently is a clash
 * and keeps mine until somebody chooses. Nothing anybody wrote is lost.
 */
export function mergeWriting(
  base: BulletinWriting,
  mine: BulletinWriting,
  theirs: BulletinWriting,
): { merged: BulletinWriting; clashes: WritingClash[] } {
  const clashes: WritingClash[] = []
  let merged = theirs
  for (const field of fields) {
    const [was, my, their] = [fieldOf(base, field), fieldOf(mine, field), fieldOf(theirs, field)]
    if (my === was || my === their) continue
    merged = withField(merged, field, my)
    if (their !== was) clashes.push({ field, mine: my ?? '', theirs: their ?? '' })
  }
  return { merged, clashes }
}

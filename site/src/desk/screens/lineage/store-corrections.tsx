import type { OfficeLineage } from '#contract/lineage-api.ts'
import type { LineageCorrection, LineageLink } from '#core/lineage/lineage.ts'
import { office } from '../../api/office.ts'
import { Trouble } from '../../api/trouble.ts'
import { clashWith } from '../../rules/lineage-clash.ts'
import type { ReviewGround } from './review-ground.tsx'

/** What colleagues made of the same articles meanwhile, and the lineage it stands in. */
export interface LineageClash {
  theirs: LineageLink[]
  newest: OfficeLineage
  mine: LineageCorrection[]
}

/** Colleagues may be quick, but not this quick. */
const attempts = 4

/**
 * Stores corrections of a lineage as it was read. What colleagues corrected of other articles meanwhile is no conflict:
 * ours go after theirs. Of the same articles: nothing is stored, and theirs is answered for a person to choose.
 */
export async function storeCorrections(
  { onLineage, readLineage }: ReviewGround,
  read: OfficeLineage,
  mine: LineageCorrection[],
): Promise<LineageClash | undefined> {
  let held = read
  for (let attempt = 1; ; attempt += 1)
    try {
      onLineage(await office.correctLineage(held, mine))
      return undefined
    } catch (thrown) {
      if (!(thrown instanceof Trouble) || thrown.kind !== 'changed' || attempt === attempts) throw thrown
      const newest = await readLineage()
      const theirs = clashWith(held.lineage.links, newest.lineage.links, mine)
      if (theirs.length > 0) return { theirs, newest, mine }
      held = newest
    }
}

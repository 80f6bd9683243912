import * as z from 'zod'
import { BillId, DraftId } from '#core/ids.ts'
import { LineageLink } from '#core/lineage/lineage.ts'
import type { ObjectStore } from '#core/log/log-ports.ts'
import type { Lineages } from '#core/ports.ts'
import { sha256 } from '#core/sha256.ts'
import { objectKeys } from '#contract/objects.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'
import { getJson, jsonBytes } from './object-json.ts'

const StoredLineage = z.strictObject({
  billId: BillId,
  fromDraftId: DraftId,
  toDraftId: DraftId,
  /** Where its links are. */
  linksKey: z.string(),
  rev: z.int(),
})

/**
 * Corrected lineages 条文沿革: an item on the table `desk` names the links, an immutable object (a code of 3,000
 * articles is more than an item holds), so both change in one conditional write.
 */
export function makeLineages(desk: Desk, objects: ObjectStore): Lineages {
  return {
    find: async (from, to) => {
      const stored = await desk.find(StoredLineage, deskKeys.lineage(from, to))
      if (stored === undefined) return undefined
      const { linksKey, ...lineage } = stored
      return { ...lineage, links: LineageLink.array().parse(await getJson(objects, linksKey)) }
    },
    put: async ({ links, ...lineage }, readRev) => {
      const { fromDraftId, toDraftId } = lineage
      const bytes = jsonBytes(links)
      const linksKey = objectKeys.lineageLinks(fromDraftId, toDraftId, sha256(bytes).toString('hex'))
      await objects.put(linksKey, bytes)
      const { rev } = await desk.put(
        deskKeys.lineage(fromDraftId, toDraftId),
        { ...lineage, linksKey },
        readRev,
      )
      return { ...lineage, links, rev }
    },
  }
}

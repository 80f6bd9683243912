import { DraftMeta, DraftText } from '#core/bill.ts'
import type { ObjectStore } from '#core/log/log-ports.ts'
import type { Drafts } from '#core/ports.ts'
import { objectKeys } from '#contract/objects.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'
import { getJson, jsonBytes } from './object-json.ts'

/** Drafts 稿: metadata on the table `desk`, the text as an object under its hash, so it never changes (R8). */
export function makeDrafts(desk: Desk, objects: ObjectStore): Drafts {
  return {
    listOf: async (billId) => {
      const all = await desk.list(DraftMeta, deskKeys.drafts)
      return all.filter((draft) => draft.billId === billId)
    },
    get: (id) => desk.get(DraftMeta, deskKeys.draft(id)),
    append: async (meta, text) => {
      await objects.put(objectKeys.draftText(meta.id, meta.textHash), jsonBytes(text))
      const next = { ...meta, rev: 1 }
      await desk.append(deskKeys.draft(meta.id), next)
      return next
    },
    put: (meta, readRev) => desk.put(deskKeys.draft(meta.id), meta, readRev),
    text: async (id) => {
      const { textHash } = await desk.get(DraftMeta, deskKeys.draft(id))
      return DraftText.parse(await getJson(objects, objectKeys.draftText(id, textHash)))
    },
  }
}

import { BulletinDraft } from '#core/bulletin/bulletin-draft.ts'
import type { BulletinDrafts } from '#core/bulletin/bulletin-ports.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** Bulletins being written, on the table `desk`, one item a consultation. */
export function makeBulletinDrafts(desk: Desk): BulletinDrafts {
  return {
    find: (consultationId) => desk.find(BulletinDraft, deskKeys.bulletinDraft(consultationId)),
    put: (draft, readRev) => desk.put(deskKeys.bulletinDraft(draft.consultationId), draft, readRev),
  }
}

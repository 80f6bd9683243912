import type { BatchList } from '#contract/batch-api.ts'
import type { ConsultationId, ContactPointId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import type { Deps } from '#core/ports.ts'
import { requireUploader } from './require-uploader.ts'

/** Earlier uploads of a contact point, or the legislature's own, newest first. Refuses `not-permitted`. */
export async function listBatches(
  deps: Pick<Deps, 'batches'>,
  member: Member,
  consultationId: ConsultationId,
  shelf?: ContactPointId,
): Promise<BatchList> {
  const contactPointId = requireUploader(member, shelf)
  const batches = await deps.batches.listOf(contactPointId, consultationId)
  return {
    batches: batches
      .sort((a, b) => (a.uploadedAt > b.uploadedAt ? -1 : Number(a.uploadedAt < b.uploadedAt)))
      .map(({ id, fileName, uploadedAt, stored, repeated, revised, refused }) => ({
        id,
        fileName,
        uploadedAt,
        stored,
        repeated,
        revised,
        refused,
      })),
  }
}

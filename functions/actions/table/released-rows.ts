import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { KeyedSpool } from '../../documents/keyed-spool.ts'

/** What the newest bulletin released, opinion by opinion. `close` removes the file it waits in. */
export interface ReleasedRows {
  has(id: OpinionId): boolean
  rowOf(id: OpinionId): Promise<BulletinRow | undefined>
  close(): Promise<void>
}

/** Sets the rows of the newest edition aside: a million are a gigabyte in memory. Refuses `not-published-yet`. */
export async function readReleasedRows(
  { publishedAnswers }: Pick<Deps, 'publishedAnswers'>,
  id: ConsultationId,
): Promise<ReleasedRows> {
  const answers = await publishedAnswers.all(id)
  if (answers === undefined) throw new PortalError('not-published-yet', { kind: 'bulletin' })
  const spool = await KeyedSpool.open()
  try {
    for await (const [opinionId, row] of answers) await spool.add(opinionId, JSON.stringify(row))
  } catch (error) {
    await spool.close()
    throw error
  }
  return {
    has: (opinionId) => spool.has(opinionId),
    rowOf: async (opinionId) => {
      const text = await spool.get(opinionId)
      return text === undefined ? undefined : (JSON.parse(text) as BulletinRow)
    },
    close: () => spool.close(),
  }
}

import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { withRoom } from '#core/log/growing-array.ts'
import { OpinionIdList } from '#core/log/opinion-id-list.ts'
import { OpinionIdLookup } from '#core/log/opinion-id-lookup.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { NumberedSpool } from '../../documents/numbered-spool.ts'

/** What the newest bulletin released, opinion by opinion. `close` removes the file it waits in. */
export interface ReleasedRows {
  has(id: OpinionId): boolean
  /** Quick for opinions in the order of the bulletin, which is that of the table. */
  rowOf(id: OpinionId): Promise<BulletinRow | undefined>
  close(): Promise<void>
}

/**
 * Sets the rows of the newest edition aside, some 30 bytes of each in memory: a million are a gigabyte. Refuses
 * `not-published-yet`.
 */
export async function readReleasedRows(
  { publishedAnswers }: Pick<Deps, 'publishedAnswers'>,
  id: ConsultationId,
): Promise<ReleasedRows> {
  const answers = await publishedAnswers.all(id)
  if (answers === undefined) throw new PortalError('not-published-yet', { kind: 'bulletin' })
  const ids = new OpinionIdList()
  let numbers = new Uint32Array(1024)
  const spool = await NumberedSpool.open()
  try {
    for await (const [opinionId, row] of answers) {
      numbers = withRoom(numbers, ids.length + 1)
      numbers[ids.length] = row.row
      ids.push(opinionId)
      await spool.add(row.row, JSON.stringify(row))
    }
  } catch (error) {
    await spool.close()
    throw error
  }
  const lookup = new OpinionIdLookup(ids)
  return {
    has: (opinionId) => lookup.placeOf(opinionId) !== undefined,
    rowOf: async (opinionId) => {
      const place = lookup.placeOf(opinionId)
      const text = place === undefined ? undefined : await spool.get(numbers[place] as number)
      return text === undefined ? undefined : (JSON.parse(text) as BulletinRow)
    },
    close: () => spool.close(),
  }
}

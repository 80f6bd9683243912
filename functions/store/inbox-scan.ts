import type { OpinionRecord } from '#core/opinion.ts'
import { recordOfItem } from './inbox-item.ts'
import type { Item, Tables } from './tables.ts'

/** Inbox items as far as they can be read; `unreadable` counts items whose shape we do not know, which is our bug. */
export interface ReadRecords {
  records: OpinionRecord[]
  unreadable: number
}

/** Reads inbox items; one that cannot be read never keeps the others from the log. Oldest first. */
export function readRecords(items: readonly Item[]): ReadRecords {
  const records = items.flatMap(readItem)
  records.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
  return { records, unreadable: items.length - records.length }
}

function readItem(item: Item): OpinionRecord[] {
  try {
    return [recordOfItem(item)]
  } catch {
    return []
  }
}

/**
 * Everything the inbox holds, page by page. For catching up when the stream may have lost something (it
 * keeps one day): reading a large inbox costs what it weighs.
 */
export async function* scanInbox(tables: Tables, table: string): AsyncGenerator<ReadRecords> {
  let from: Item | undefined
  do {
    const page = await tables.scan({ TableName: table, ConsistentRead: true, ExclusiveStartKey: from })
    yield readRecords(page.items)
    from = page.next
  } while (from !== undefined)
}

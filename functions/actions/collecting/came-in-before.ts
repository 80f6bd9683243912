import type { CollectedContent } from '#core/collecting/collected-opinion.ts'
import { commitmentOf } from '#core/log/commitment.ts'
import type { ContactPointId, OpinionId } from '#core/ids.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import type { Deps } from '#core/ports.ts'
import { readCollectedContent } from './check-collected.ts'
import { TextCheck } from '../intake/text-check.ts'

/**
 * The record that stands under this id with exactly these words, when it is the same contact point's. Its answer was
 * lost on the way: whatever has changed since — a deadline passed, the device lost — it is in.
 */
export async function cameInBefore(
  deps: Pick<Deps, 'inbox'>,
  id: OpinionId,
  opinion: CollectedContent,
  contactPointId: ContactPointId,
): Promise<OpinionRecord | undefined> {
  const held = await deps.inbox.find(id)
  if (held?.contactPointId !== contactPointId) return undefined
  const content = readCollectedContent(new TextCheck(), opinion)
  return content && commitmentOf(held.salt, content) === held.commitment ? held : undefined
}

import { limits } from '#contract/limits.ts'
import type { Consultation } from '#core/consultation.ts'
import { groupingMethod, readGroupSegment, writeGroupSegment } from '#core/grouping/group-segment.ts'
import { GroupedLog } from '#core/grouping/grouped-log.ts'
import type { Deps } from '#core/ports.ts'
import { followLog, type LogMemory } from './follow-log.ts'

/** Grouped logs of a process, and who is at work on them; may be lost at any time. */
export type GroupMemory = LogMemory<GroupedLog>

/** Goes on grouping from where the last run stopped, up to 20,000 entries. Answers the grouped log and the log's size. */
export async function followGroups(
  deps: Pick<Deps, 'groups' | 'opinionLog' | 'drafts'>,
  { id, draftId }: Consultation,
  memory: GroupMemory,
): Promise<{ log: GroupedLog; logged: number }> {
  const following = {
    segments: deps.groups,
    method: groupingMethod,
    maxEntriesPerCall: limits.maxGroupedPerCall,
    begin: async () => new GroupedLog(await deps.drafts.text(draftId)),
    read: readGroupSegment,
    write: writeGroupSegment,
  }
  return followLog(deps, id, following, memory)
}

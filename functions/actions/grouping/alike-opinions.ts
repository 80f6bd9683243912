import type { DraftText } from '#core/bill.ts'
import { passagesOf } from '#core/draft/draft-passages.ts'
import type { OpinionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import { GroupProposer } from '#core/grouping/propose-groups.ts'
import { articleIdOf } from '#core/draft/provision.ts'

/**
 * Which of a contact point's current opinions are of the same kind, by the rule that groups the whole log, as a hint for
 * writing the report: groups of two and more, in the order of the log. Nothing is stored; each opinion stays its own
 * (R16). Some 150 opinions take a few milliseconds.
 */
export function alikeOpinions(
  { provisions }: Pick<DraftText, 'provisions'>,
  current: readonly LoggedOpinion[],
): OpinionId[][] {
  const proposer = new GroupProposer(passagesOf(provisions).map(({ words }) => words))
  const groups = new Map<number, OpinionId[]>()
  for (const { entry, text } of current) {
    const { provisionId, changeType, verbatim, proposedText, reason } = text.content
    const words = [verbatim, proposedText, reason].filter((part) => part !== undefined).join('\n')
    const article = provisionId === null ? '' : articleIdOf(provisionId)
    const founder = proposer.add({ article, changeType, words })
    groups.set(founder, [...(groups.get(founder) ?? []), entry.id])
  }
  return [...groups.values()].filter((members) => members.length > 1)
}

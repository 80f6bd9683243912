import type { CauseStatement, NewCauses, OfficeCauses } from '#contract/lineage-api.ts'
import { maxSentenceChars } from './cause-check.ts'
import { causeOf, decisionsOn, type ReviewRow } from './lineage-rows.ts'

/** Opinions whose words the article holds make a cause by themselves; those taken up in substance need a person. */
const wordsTaken: readonly string[] = ['adopted', 'partlyAdopted']

/**
 * The cause that decisions already tell: the opinions that point into the article, in the reasons given for following
 * them, the commonest first, as many as fit. `undefined` where none points here, or none gives a reason.
 */
export function proposeCause(decisions: OfficeCauses['decisions']): CauseStatement | undefined {
  const pointing = decisions.filter(({ side, outcome }) => side === 'to' && wordsTaken.includes(outcome))
  const times = new Map<string, number>()
  for (const { reason } of pointing) {
    const said = reason?.replace(/\s+/g, ' ').trim() ?? ''
    if (said !== '') times.set(said, (times.get(said) ?? 0) + 1)
  }
  const reasons = [...times].toSorted(([, a], [, b]) => b - a).map(([reason]) => reason)
  const [first, ...others] = reasons
  if (first === undefined) return undefined
  let sentence = cut(first)
  for (const reason of others) if (sentence.length + reason.length <= maxSentenceChars) sentence += reason
  return {
    kind: 'opinions',
    sentence,
    decisions: pointing.map(({ consultationId, opinionId }) => ({ consultationId, opinionId })),
  }
}

/** Every cause that can be accepted as it is proposed: for changed articles nobody has named one for. */
export function proposals(rows: readonly ReviewRow[], held: OfficeCauses): NewCauses['causes'] {
  return rows.flatMap((row) => {
    if (row.subject === undefined || causeOf(held.missing, row.subject)?.again !== false) return []
    const proposed = proposeCause(decisionsOn(row, held.decisions))
    return proposed === undefined ? [] : [{ ...row.subject, ...proposed }]
  })
}

function cut(reason: string): string {
  return reason.length <= maxSentenceChars ? reason : `${reason.slice(0, maxSentenceChars - 1)}…`
}

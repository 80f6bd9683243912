import type { GroupAnswerShown, GroupDecisionReport, OfficeGroup } from '#contract/groups-api.ts'
import type { OfficeConsultation } from '#contract/office-api.ts'
import { useRef, useState } from 'preact/hooks'
import { deskGroups } from '../../api/groups.ts'
import { Trouble } from '../../api/trouble.ts'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { decisionInput, typedDecision, type WrittenDecision } from '../../rules/decision-input.ts'
import type { Strings } from '../../words/strings.zh.ts'

/** An answer on its way to a group's members. */
export interface GroupWriting {
  busy: boolean
  trouble: Trouble | undefined
  /** How many are written, while they are. */
  progress: string
  /** A colleague has answered the group meanwhile. */
  theirs: GroupAnswerShown | undefined
  /** All is written; some were decided alone and kept their own. */
  kept: GroupDecisionReport | undefined
  /** `also`: opinions decided alone that shall have the answer too. */
  write: (
    decision: WrittenDecision,
    readRev: number,
    also?: readonly GroupDecisionReport['keptIds'][number][],
  ) => void
}

/** The most opinions one call may name. */
const maxAlso = 1000

/** Writes an answer to a group, call after call until every member has it or keeps its own. */
export function useGroupWriting(props: {
  held: OfficeConsultation
  group: OfficeGroup
  onWritten: (sentence: string) => void
}): GroupWriting {
  const { grouping } = useWords()
  const { held, group } = props
  const doing = useDoing()
  const [written, setWritten] = useState(0)
  const [theirs, setTheirs] = useState<GroupAnswerShown>()
  const [kept, setKept] = useState<GroupDecisionReport>()
  /** The revision this screen wrote itself: after a failure half-way it is the one to go on from. */
  const ownRev = useRef(0)
  const send = async (decision: WrittenDecision, readRev: number, also: GroupDecisionReport['keptIds']) => {
    const named = also.slice(0, maxAlso)
    const input = named.length === 0 ? { decision } : { decision, also: named }
    const report = await deskGroups.answer(held.consultation.id, group.id, input, readRev)
    ownRev.current = report.answer.rev
    return report
  }
  const write: GroupWriting['write'] = (decision, readRev, also = []) =>
    doing.run(async () => {
      setWritten(0)
      setTheirs(undefined)
      let sum = 0
      try {
        for (let rev = Math.max(readRev, ownRev.current); ;) {
          const report = await send(decision, rev, [...also])
          rev = report.answer.rev
          sum += report.written
          setWritten(sum)
          if (report.left > 0) continue
          const whole = {
            ...report,
            written: sum,
            unchanged: Math.max(0, report.unchanged - sum + report.written),
          }
          if (report.kept > 0 && also.length === 0) setKept(whole)
          else props.onWritten(sayReport(whole, grouping))
          return
        }
      } catch (thrown) {
        const answer = colleaguesAnswer(thrown)
        if (!answer) throw thrown
        // Our own answer, whose acknowledgement was lost on its way: said as such, it is gone on with.
        if (saysSame(answer.decision, decision)) {
          ownRev.current = answer.rev
          throw new Trouble('offline')
        }
        setTheirs(answer)
      }
    })
  const progress = grouping.writing(written, group.size)
  return { busy: doing.busy, trouble: doing.trouble, progress, theirs, kept, write }
}

function colleaguesAnswer(thrown: unknown): GroupAnswerShown | undefined {
  if (!(thrown instanceof Trouble) || thrown.kind !== 'changed') return undefined
  return thrown.problem?.facts?.['theirs'] as GroupAnswerShown | undefined
}

function saysSame(a: WrittenDecision, b: WrittenDecision): boolean {
  const said = (one: WrittenDecision) => JSON.stringify(decisionInput(typedDecision(one, '')))
  return said(a) === said(b)
}

/** 写好了 8 条。3 条单独处理过，没有动。 */
export function sayReport(
  { written, unchanged, kept }: Pick<GroupDecisionReport, 'written' | 'unchanged' | 'kept'>,
  grouping: Strings['grouping'],
): string {
  return [
    grouping.written(written),
    unchanged > 0 ? grouping.unchanged(unchanged) : '',
    kept > 0 ? grouping.kept(kept) : '',
  ].join('')
}

import { useState } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import type { StoredOpinion } from '../engine/collector.ts'
import { articleLabel } from '../rules/article-label.ts'
import { problemSentence } from '../rules/record-problem.ts'
import { useTimes } from './clock.tsx'
import { Link } from './frame.tsx'
import { useWords } from './language.tsx'
import type { Strings } from '../words/strings.zh.ts'

/** Thousands stay quick: nobody reads more at a time. */
const atOnce = 50

/** Records one under the other: where each stands, when, its receipt code, and why it is still here. */
export function RecordRows({ records }: { records: readonly StoredOpinion[] }) {
  const words = useWords()
  const [shown, setShown] = useState(atOnce)
  return (
    <>
      <Rows records={records.slice(0, shown)} />
      {records.length > shown && (
        <Button kind="quiet" onPress={() => setShown((n) => n + atOnce)}>
          {words.records.more}
        </Button>
      )}
    </>
  )
}

function Rows({ records }: { records: readonly StoredOpinion[] }) {
  const words = useWords()
  return (
    <ul class="rows">
      {records.map((record) => (
        <li key={record.id}>
          <Link to={{ screen: 'opinion', opinionId: record.id }}>
            <b class={record.wordsDropped ? 'clip gone' : 'clip'}>{wordsOf(record, words)}</b>
            <span class="soft">
              <span class={`tag ${record.delivery.state}`}>
                {words.records.states[record.delivery.state]}
              </span>{' '}
              {articleOf(record, words.records.whole)}
              <span class="code one">{record.receiptCode}</span>
            </span>
            <WhereItStands record={record} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Nothing while somebody still writes: not to have chosen an article is not to speak of the whole draft. */
function articleOf({ content, delivery }: StoredOpinion, whole: string): string {
  return articleLabel(content.provisionId) || (delivery.state === 'writing' ? '' : whole)
}

function wordsOf({ content, wordsDropped }: StoredOpinion, words: Strings): string {
  if (wordsDropped) return words.records.wordsGone
  return content.verbatim.trim() || words.tasks.home.noWords
}

/** The state of one record in words, its time and its reason. */
export function WhereItStands({ record }: { record: StoredOpinion }) {
  const words = useWords()
  const { moment } = useTimes()
  const { delivery, savedAt, content } = record
  const own = words.records
  switch (delivery.state) {
    case 'writing':
      return <span class="soft">{own.savedAt(moment(savedAt))}</span>
    case 'queued':
      return (
        <span class="soft">
          {own.savedAt(moment(content.collectedAt))} ·{' '}
          {delivery.tries === 0 ? own.notTried : own.tries(delivery.tries)}
          {delivery.trouble && ` · ${words.standing.troubles[delivery.trouble]}`}
        </span>
      )
    case 'delivered':
      return (
        <span class="soft">
          {[
            own.deliveredAt(moment(delivery.at)),
            delivery.verdict === 'quarantined' && own.quarantined,
            delivery.verdict === 'repeated' && own.repeated,
            ...delivery.flags.map((flag) => own.flags[flag]),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )
    case 'setAside':
      return (
        <span class="why">
          {delivery.conflict
            ? own.conflictTitle
            : delivery.problems.map((problem) => problemSentence(problem, words)).join(' ')}
        </span>
      )
  }
}

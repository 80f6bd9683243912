import { useLayoutEffect, useRef } from 'preact/hooks'
import { citeProvision } from '#core/draft/cite.ts'
import { proponentWords } from '#core/collecting/proponent-words.ts'
import { wordsKeptDays, type StoredOpinion } from '../engine/collector.ts'
import { useTimes } from '../parts/clock.tsx'
import { useCollecting, useDoing } from '../parts/collecting.tsx'
import { Keys } from '../parts/fields.tsx'
import { Button } from '../../parts/button.tsx'
import { Link, Screen } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'
import { RecordDeeds } from '../parts/record-deeds.tsx'
import { WhereItStands } from '../parts/record-rows.tsx'
import { Slip } from '../parts/slip.tsx'
import { problemSentence } from '../rules/record-problem.ts'
import type { OpinionAtHand } from '../parts/opinion-at-hand.ts'
import { useNextOpinion } from './session.tsx'
import { isSaveKey } from '../../parts/save-key.ts'

/** What was written, its receipt, where it stands and what can be done about it. */
export function RecordView(hand: OpinionAtHand & { justWritten: boolean }) {
  const words = useWords()
  const { record, task, session, justWritten } = hand
  const { delivery } = record
  const own = words.opinion.receipt
  return (
    <Screen
      title={justWritten ? own.done : own.title}
      back={{
        to: session
          ? {
              screen: 'session',
              consultationId: record.content.consultationId,
              sessionId: session.session.id,
            }
          : { screen: 'records', state: delivery.state },
        name: session?.session.place ?? words.records.title,
      }}
      ownFocus={justWritten}
    >
      <div class="stands">
        <span class={`tag ${delivery.state}`}>{words.records.states[delivery.state]}</span>{' '}
        {delivery.state !== 'setAside' && <WhereItStands record={record} />}
      </div>
      {delivery.state === 'setAside' && <WhySetAside delivery={delivery} />}
      <Slip record={record} title={task?.bill.title} />
      <NextDeed hand={hand} />
      <Written record={record} seekable={hand.seekable} />
      <RecordDeeds record={record} />
    </Screen>
  )
}

function NextDeed({ hand }: { hand: OpinionAtHand & { justWritten: boolean } }) {
  const { opinion } = useWords()
  const { collector } = useCollecting()
  const begin = useNextOpinion()
  const doing = useDoing()
  const { task, session, justWritten, record } = hand
  const next = () =>
    doing.run(async () => {
      if (!task || !session) return
      const opinions = await collector.opinions({ sessionId: session.session.id })
      const newest = opinions.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
      await begin(task, session, newest)
    })
  const latest = useRef(next)
  latest.current = next
  useLayoutEffect(() => {
    if (!justWritten) return
    // Without scrolling: the button sticks to the bottom, the code must stay in sight.
    document.getElementById('next')?.focus({ preventScroll: true })
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || !isSaveKey(event)) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [justWritten])
  if (!task || !session) return null
  return (
    <div class={justWritten ? 'act-bar' : 'buttons'}>
      <Button id="next" kind={justWritten ? undefined : 'quiet'} onPress={next} busy={doing.busy}>
        {opinion.receipt.next} {justWritten && <Keys keys="Ctrl+Enter" />}
      </Button>
      {justWritten && (
        <Link
          to={{
            screen: 'session',
            consultationId: record.content.consultationId,
            sessionId: session.session.id,
          }}
          class="alone"
        >
          {opinion.receipt.toSession}
        </Link>
      )}
    </div>
  )
}

function WhySetAside({ delivery }: { delivery: Extract<StoredOpinion['delivery'], { state: 'setAside' }> }) {
  const words = useWords()
  const own = words.records
  return (
    <div class="ask">
      <h2>{delivery.conflict ? own.conflictTitle : own.problemsTitle}</h2>
      {delivery.conflict && <p>{own.conflict}</p>}
      <ul>
        {delivery.problems.map((problem) => (
          <li key={problem.field + problem.code}>{problemSentence(problem, words)}</li>
        ))}
      </ul>
    </div>
  )
}

function Written({ record, seekable }: Pick<OpinionAtHand, 'record' | 'seekable'>) {
  const words = useWords()
  const { fields } = words.records
  const { content } = record
  const stances = { ...words.opinion.stances, ...words.opinion.more }
  const cited = seekable && citeProvision(seekable.draft.provisions, content.provisionId)
  const rows: [string, string | undefined][] = [
    ['provisionId', cited || words.records.whole],
    ['quote', content.quote],
    ['changeType', record.wordsDropped ? undefined : stances[content.changeType]],
    ['verbatim', content.verbatim],
    ['drafted', content.drafted],
    ['proposedText', content.proposedText],
    ['reason', content.reason],
    ['proponent', record.wordsDropped ? undefined : proponentWords(content.proponent)],
    ['noticeVersion', content.noticeVersion],
  ]
  return (
    <section class="screen-only">
      <h2>{words.records.written}</h2>
      {content.supersedes && <p class="soft">{words.records.isCorrection}</p>}
      <HowLong record={record} />
      <dl class="answers">
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{fields[name]}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}

/** How long the words stay on this device. */
function HowLong({ record: { delivery, wordsDropped } }: Pick<OpinionAtHand, 'record'>) {
  const { records: own } = useWords()
  const { day } = useTimes()
  if (delivery.state !== 'delivered') return null
  const until = new Date(Date.parse(delivery.at) + wordsKeptDays * 86_400_000).toISOString()
  return <p class="soft">{wordsDropped ? own.wordsGone : own.wordsUntil(day(until))}</p>
}

import type { OpinionAnswer, QuarantineItem, SettleQuarantined } from '#contract/collect-api.ts'
import { proponentWords } from '#core/collecting/proponent-words.ts'
import { useState } from 'preact/hooks'
import { deviceDesk } from '../../api/devices.ts'
import { TextField } from '../../../parts/text-field.tsx'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Screen, TroubleBox } from '../../parts/frame.tsx'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { localMoment } from '../../rules/local-time.ts'
import { RecordProblems } from './carried-import.tsx'

/** What was set aside instead of being taken in: a person looks at each and decides, nothing is ever dropped. */
export function Quarantine() {
  const words = useWords()
  const { devices } = words
  const { data, trouble, reload } = useLoaded(deviceDesk.quarantine, 'quarantine')
  const waiting = data?.items.filter(({ settled }) => settled === undefined) ?? []
  const settled = data?.items.filter((item) => item.settled !== undefined) ?? []
  return (
    <Screen title={devices.quarantineTitle} back={{ to: { screen: 'devices' }, name: devices.title }}>
      <p class="measure">{devices.quarantineSay}</p>
      <TroubleBox trouble={trouble} onRetry={reload} />
      {!data && !trouble && <Waiting />}
      {data && waiting.length === 0 && <p>{devices.nothingWaiting}</p>}
      {waiting.length > 0 && (
        <section>
          <h2>{devices.waiting(waiting.length)}</h2>
          <ol class="opinion-list">
            {waiting.map((item) => (
              <li key={item.id}>
                <article class="opinion">
                  <SetAside item={item} />
                  <Settle item={item} onSettled={reload} />
                </article>
              </li>
            ))}
          </ol>
        </section>
      )}
      {settled.length > 0 && (
        <section>
          <h2>{devices.settled}</h2>
          <ol class="opinion-list">
            {settled.map((item) => (
              <li key={item.id}>
                <article class="opinion">
                  <SetAside item={item} />
                  <SettledLine item={item} />
                </article>
              </li>
            ))}
          </ol>
        </section>
      )}
    </Screen>
  )
}

function SetAside(props: { item: QuarantineItem }) {
  const words = useWords()
  const { devices } = words
  const { offset } = useSession()
  const { item } = props
  const facts = [
    item.deviceName && devices.device(item.deviceName),
    item.recordedByName && devices.recordedBy(item.recordedByName),
    item.carriedByName && devices.carriedBy(item.carriedByName),
    devices.collectedAt(localMoment(item.collectedAt, offset)),
    devices.arrivedAt(localMoment(item.receivedAt, offset)),
  ].filter((fact) => fact !== undefined && fact !== '')
  return (
    <>
      <p class="source">
        <span class="flag">{devices.reasons[item.reason]}</span> {facts.join(' · ')}
      </p>
      <h3 lang="zh-CN">{item.billTitle}</h3>
      {item.opinion ? (
        <div class="voice said">
          <span class="text-name">
            {[
              item.provisionLabel || words.whole,
              words.changeTypeNames[item.opinion.changeType],
              words.channelNames[item.opinion.channel],
              proponentWords(item.opinion.proponent),
            ]
              .filter((fact) => fact !== '')
              .join(' · ')}
          </span>
          <p>{item.opinion.verbatim}</p>
          {item.opinion.drafted && <p class="soft">{item.opinion.drafted}</p>}
        </div>
      ) : (
        <p class="soft">{devices.wordsHidden}</p>
      )}
    </>
  )
}

function SettledLine(props: { item: QuarantineItem }) {
  const { devices, colon } = useWords()
  const { offset } = useSession()
  const { settled } = props.item
  if (!settled) return null
  return (
    <p class="soft">
      {devices.decisionNames[settled.decision]} · {localMoment(settled.at, offset)}
      {colon}
      {settled.reason}
    </p>
  )
}

function Settle(props: { item: QuarantineItem; onSettled: () => void }) {
  const words = useWords()
  const { devices } = words
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [answer, setAnswer] = useState<OpinionAnswer>()
  const doing = useDoing()
  const settle = (decision: SettleQuarantined['decision']) => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') return
    doing.run(async () => {
      const done = await deviceDesk.settle(props.item.id, { decision, reason })
      setAnswer(done.item.settled ? undefined : done.answer)
      if (done.item.settled) props.onSettled()
    })
  }
  return (
    <div class="form">
      <TroubleBox trouble={doing.trouble} onRetry={props.onSettled} />
      {answer && (
        <div class="error-summary" role="alert">
          <p>
            {devices.notTaken}
            {devices.verdictNames[answer.verdict]}
          </p>
          <RecordProblems answer={answer} />
        </div>
      )}
      <TextField
        label={devices.why}
        hint={devices.whyHint}
        value={reason}
        max={300}
        error={isMissing && reason.trim() === '' ? devices.whyNeeded : undefined}
        onValue={setReason}
      />
      <div class="buttons">
        <Button onPress={() => settle('take')} busy={doing.busy} busyWords={words.saving}>
          {devices.take}
        </Button>
        <Button kind="quiet" onPress={() => settle('refuse')} disabled={doing.busy}>
          {devices.refuse}
        </Button>
      </div>
    </div>
  )
}

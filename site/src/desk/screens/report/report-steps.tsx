import type { ReportDesk } from '#contract/report-api.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { pointDesk } from '../../api/point.ts'
import { AreaField } from '../../../parts/area-field.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { Button } from '../../../parts/button.tsx'
import { Done, TroubleBox } from '../../parts/frame.tsx'
import { type Doing, useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { localMoment } from '../../rules/local-time.ts'
import type { Writing } from './report-editor.tsx'

type HeldReport = ReportDesk['reports'][number]
type Step = (work: () => Promise<unknown>) => void

/** Where a report stands and the next thing to do with it: sign, send, receive or return; and what happened so far. */
export function ReportSteps(props: {
  desk: ReportDesk
  report: HeldReport
  mayWrite: boolean
  writing: Writing
  onChanged: () => void
}) {
  const { point } = useWords()
  const { me } = useSession()
  const { desk, report, mayWrite } = props
  const doing = useDoing()
  const place = {
    consultationId: desk.consultation.id,
    contactPointId: desk.contactPoint.id,
    number: report.number,
  }
  const step: Step = (work) =>
    doing.run(async () => {
      await work()
      props.onChanged()
    })
  const returned =
    report.status === 'returned' ? report.history.findLast(({ move }) => move === 'return') : undefined
  return (
    <section class="report-steps no-print">
      <TroubleBox trouble={doing.trouble} onRetry={props.onChanged} />
      {returned?.note && (
        <div class="ask">
          <b>{point.returnedFor}</b>
          <p>{returned.note}</p>
        </div>
      )}
      {mayWrite && report.status === 'draft' && (
        <SignOff
          rev={report.rev}
          writing={props.writing}
          doing={doing}
          onSign={(name) => step(() => pointDesk.reviewReport(place, name, report.rev))}
        />
      )}
      {mayWrite && report.status === 'reviewed' && (
        <SendUp
          doing={doing}
          onSend={() => step(() => pointDesk.submitReport(place, report.rev))}
          onChange={() => step(() => pointDesk.saveReport(place, inputOf(report), report.rev))}
        />
      )}
      {me.role === 'legislator' && report.status === 'submitted' && (
        <ReceiveOrReturn
          doing={doing}
          onReceive={() => step(() => pointDesk.receiveReport(place, report.rev))}
          onReturn={(reason) => step(() => pointDesk.returnReport(place, reason, report.rev))}
        />
      )}
      {mayWrite && report.status === 'submitted' && <p class="soft">{point.waiting}</p>}
      <ReportHistory report={report} />
    </section>
  )
}

const inputOf = ({ documentNumber, head, articles }: HeldReport) => ({ documentNumber, head, articles })

function SignOff(props: { rev: number; writing: Writing; doing: Doing; onSign: (name: string) => void }) {
  const words = useWords()
  // Never filled in for them: whoever signs off is seldom whoever wrote.
  const [name, setName] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  // Saving is pressed below a hundred opinions: the next step is brought to whoever pressed it.
  useEffect(() => {
    if (props.writing === 'saved') heading.current?.focus()
  }, [props.rev, props.writing])
  return (
    <div class="form next-step">
      {props.writing === 'saved' && <Done>{words.point.savedDraft}</Done>}
      <h2 tabIndex={-1} ref={heading}>
        {words.point.reviewStep}
      </h2>
      <p>{words.point.reviewSay}</p>
      <div class="pair">
        <TextField label={words.point.reviewName} value={name} max={40} onValue={setName} />
        <div class="buttons">
          <Button
            disabled={name.trim() === '' || props.writing === 'unsaved'}
            onPress={() => props.onSign(name)}
            busy={props.doing.busy}
            busyWords={words.saving}
          >
            {words.point.review}
          </Button>
          {props.writing === 'unsaved' && <span class="soft">{words.point.reviewFirst}</span>}
        </div>
      </div>
    </div>
  )
}

function SendUp(props: { doing: Doing; onSend: () => void; onChange: () => void }) {
  const words = useWords()
  const { point } = words
  return (
    <div class="form next-step">
      <h2>{point.submitStep}</h2>
      <p>{point.submitSay}</p>
      <div class="buttons">
        <Button onPress={props.onSend} busy={props.doing.busy} busyWords={words.saving}>
          {point.submit}
        </Button>
        <Button kind="quiet" onPress={props.onChange} disabled={props.doing.busy}>
          {point.editAgain}
        </Button>
        <span class="soft">{point.editAgainSay}</span>
      </div>
    </div>
  )
}

function ReceiveOrReturn(props: { doing: Doing; onReceive: () => void; onReturn: (reason: string) => void }) {
  const words = useWords()
  const { point } = words
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  return (
    <div class="form next-step">
      <h2>{point.decideReport}</h2>
      <div class="buttons">
        <Button onPress={props.onReceive} busy={props.doing.busy} busyWords={words.saving}>
          {point.receive}
        </Button>
      </div>
      <AreaField
        label={point.returnReason}
        hint={point.returnHint}
        value={reason}
        rows={2}
        max={500}
        error={isMissing && reason.trim() === '' ? point.returnNeeded : undefined}
        onValue={setReason}
      />
      <div class="buttons">
        <Button
          kind="quiet"
          disabled={props.doing.busy}
          onPress={() => (reason.trim() === '' ? setMissing(true) : props.onReturn(reason))}
        >
          {point.return}
        </Button>
      </div>
    </div>
  )
}

function ReportHistory(props: { report: HeldReport }) {
  const words = useWords()
  const { offset } = useSession()
  const { history, names } = props.report
  return (
    <details>
      <summary>{words.point.historyLine}</summary>
      <ol class="plain">
        {history.map((event) => (
          <li key={`${event.at} ${event.move}`}>
            {words.point.byWhom(
              words.point.moves[event.move],
              names[event.by] ?? '',
              localMoment(event.at, offset),
            )}
            {event.note && `${words.colon}${event.note}`}
          </li>
        ))}
      </ol>
    </details>
  )
}

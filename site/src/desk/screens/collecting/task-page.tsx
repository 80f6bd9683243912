import { pagePaths } from '#contract/page-paths.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { DueClock } from '../../parts/clock.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Link, Screen, TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { closingMoment } from '../../rules/local-time.ts'
import { HeldSessions } from './held-sessions.tsx'
import { PaperLinks } from './paper-links.tsx'
import { OwnOpinions } from '../deciding/own-opinions.tsx'
import { UploadDesk } from '../uploading/upload-desk.tsx'

/** A contact point's task: until when, the file to fill in, the way to send it back, what came of it. */
export function TaskPage(props: { consultationId: string }) {
  const words = useWords()
  const { me, offset } = useSession()
  const { collecting } = words
  const id = props.consultationId
  const held = useLoaded(() => office.consultation(id), id)
  const [round, setRound] = useState(0)
  const back = { to: { screen: 'home' } as const, name: collecting.title }
  if (!held.data)
    return (
      <Screen title={collecting.title} back={back}>
        {held.trouble ? <TroubleBox trouble={held.trouble} onRetry={held.reload} /> : <Waiting />}
      </Screen>
    )
  const { consultation, bill, draft, state, tasks } = held.data
  const uploadSay = {
    prepared: collecting.notOpen,
    scheduled: collecting.notOpen,
    open: collecting.uploadSay,
    closed: collecting.closedSay,
    answered: collecting.closedSay,
    withdrawn: collecting.withdrawnSay,
  }
  const mayUpload = state === 'open' || state === 'closed' || state === 'answered'
  const task = tasks.find(({ contactPointId }) => contactPointId === me.contactPoint?.id)
  return (
    <Screen
      title={bill.title}
      kind={`${collecting.title} · ${words.stageNames[draft.meta.stage]} · ${words.stateNames[state]}`}
      back={back}
    >
      <p class="clock-line">
        {task && state !== 'answered' && <DueClock dueOn={task.dueOn} />}
        {task && <span>{words.home.taskDue(task.dueOn)}</span>}
        <span class="soft">{collecting.closes(closingMoment(consultation.closesAt, offset))}</span>
        <a href={pagePaths.bill(bill.id)}>{collecting.readDraft}</a>
      </p>
      {state === 'answered' && (
        <p class="measure next">
          {words.feedback.lead}{' '}
          <Link to={{ screen: 'slips', consultationId: id }}>{words.feedback.link}</Link>
        </p>
      )}
      {task?.note && (
        <div class="measure ask">
          <b>{collecting.note}</b>
          <p>{task.note}</p>
        </div>
      )}
      <section>
        <h2>{collecting.stepTemplate}</h2>
        <p class="measure">{collecting.templateSay}</p>
        <p>
          <a class="button quiet" href={office.templateAddress(id)} download>
            {collecting.template}
          </a>
        </p>
      </section>
      <UploadDesk
        consultationId={id}
        billTitle={bill.title}
        categories={consultation.categories}
        title={collecting.stepUpload}
        say={uploadSay[state]}
        mayUpload={mayUpload}
        onStored={() => setRound((n) => n + 1)}
      />
      <HeldSessions consultationId={id} />
      <PaperLinks consultationId={id} state={state} />
      <section>
        <h2>{collecting.own}</h2>
        {me.contactPoint && (
          <p>
            <Link to={{ screen: 'report', consultationId: id, contactPointId: me.contactPoint.id }}>
              {words.point.reportOpen}
            </Link>
          </p>
        )}
        <OwnOpinions consultationId={id} round={round} mayRevise={state === 'open' || state === 'closed'} />
      </section>
    </Screen>
  )
}

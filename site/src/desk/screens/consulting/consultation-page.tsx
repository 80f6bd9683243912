import type { OfficeConsultation } from '#contract/office-api.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { Done, Link } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { HeldSessions } from '../collecting/held-sessions.tsx'
import { ConsultationFrame } from './consultation-frame.tsx'
import { ConsultationCounts } from './consultation-counts.tsx'
import { ConsultationMoves } from './consultation-moves.tsx'
import { NotLoaded } from './not-loaded.tsx'
import { ReviewConsultation } from './review-consultation.tsx'

/** The overview of a consultation; while it is only prepared, the review before the announcement. */
export function ConsultationPage(props: { consultationId: string }) {
  const words = useWords()
  const { me } = useSession()
  const [said, setSaid] = useState('')
  const loaded = useLoaded(() => office.consultation(props.consultationId), props.consultationId)
  const { data, reload } = loaded
  if (!data) return <NotLoaded title={words.consulting.section.overview} loaded={loaded} />
  const changed = (sentence: string) => {
    setSaid(sentence)
    reload()
  }
  const mayWrite = me.role === 'legislator'
  return (
    <ConsultationFrame held={data} section="overview">
      {said && <Done>{said}</Done>}
      {data.state === 'prepared' ? (
        <ReviewConsultation held={data} mayWrite={mayWrite} onChanged={changed} />
      ) : (
        <>
          <Progress held={data} />
          <ConsultationCounts held={data} />
          <Tasks held={data} />
          {me.role === 'legislator' && (
            <p class="under-table">
              <Link to={{ screen: 'bringIn', consultationId: props.consultationId }}>
                {words.uploading.bringIn}
              </Link>
            </p>
          )}
          {me.role === 'legislator' && <HeldSessions consultationId={props.consultationId} />}
          {mayWrite && <ConsultationMoves held={data} onChanged={changed} />}
        </>
      )}
    </ConsultationFrame>
  )
}

function Progress(props: { held: OfficeConsultation }) {
  const words = useWords()
  const { tallies, decided } = props.held
  return (
    <section>
      <h2 class="unseen">{words.consulting.progress}</h2>
      <div class="sum">
        <div>
          <b>{tallies.received}</b>
          {words.consulting.received}
        </div>
        <div>
          <b>{tallies.people}</b>
          {words.consulting.peopleCount}
        </div>
        <div>
          <b>{decided}</b>
          {words.consulting.decidedCount}
        </div>
        <div>
          <b>{tallies.received - decided}</b>
          {words.deciding.undecidedCount}
        </div>
        <div>
          <b>{tallies.late}</b>
          {words.consulting.lateCount}
        </div>
      </div>
    </section>
  )
}

function Tasks(props: { held: OfficeConsultation }) {
  const words = useWords()
  const { tasks, tallies } = props.held
  return (
    <section>
      <h2>{words.consulting.tasks}</h2>
      {tasks.length === 0 ? (
        <p>{words.consulting.noTasks}</p>
      ) : (
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{words.consulting.byPoint}</th>
              <th scope="col">{words.collecting.deadline}</th>
              <th scope="col">{words.consulting.count}</th>
              <th scope="col">{words.consulting.taskNoteShort}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task.contactPointId}>
                <th scope="row" lang="zh-CN">
                  {task.contactPointName}
                </th>
                <td data-th={words.collecting.deadline}>{task.dueOn}</td>
                <td data-th={words.consulting.count}>{tallies.byContactPoint[task.contactPointId] ?? 0}</td>
                <td data-th={words.consulting.taskNoteShort} lang="zh-CN">
                  {task.note}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

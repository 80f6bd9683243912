import type { ReportDesk } from '#contract/report-api.ts'
import { useState } from 'preact/hooks'
import { pointDesk } from '../../api/point.ts'
import { DueClock } from '../../parts/clock.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Screen, TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { ReportEditor, type Writing } from './report-editor.tsx'
import { ReportPaper } from './report-paper.tsx'
import { ReportSteps } from './report-steps.tsx'

type HeldReport = ReportDesk['reports'][number]

/** The report upward of one contact point on one consultation, for both sides: written and signed here, received there. */
export function ReportScreen(props: { consultationId: string; contactPointId: string }) {
  const words = useWords()
  const { me } = useSession()
  const { consultationId, contactPointId } = props
  const { data, trouble, reload } = useLoaded(
    () => pointDesk.reportDesk(consultationId, contactPointId),
    `report ${consultationId} ${contactPointId}`,
  )
  const isOwn = me.contactPoint?.id === contactPointId
  const back = isOwn
    ? { to: { screen: 'home' } as const, name: words.nav.home }
    : { to: { screen: 'reports' } as const, name: words.point.reportsTitle }
  if (!data)
    return (
      <Screen title={words.point.reportTitle} back={back}>
        {trouble ? <TroubleBox trouble={trouble} onRetry={reload} /> : <Waiting />}
      </Screen>
    )
  const last = data.reports.at(-1)
  const status = words.point.statusNames[last?.status ?? 'none']
  return (
    <Screen
      title={`${words.point.reportN(last?.number ?? 1)}${words.colon}${data.consultation.billTitle}`}
      kind={`${data.contactPoint.name} · ${words.stageNames[data.consultation.stage]} · ${status}`}
      back={back}
    >
      {data.dueOn && !['submitted', 'received'].includes(last?.status ?? '') && (
        <p class="clock-line">
          <DueClock dueOn={data.dueOn} />
          <span class="soft">{words.home.taskDue(data.dueOn)}</span>
        </p>
      )}
      <Reports desk={data} mayWrite={isOwn && me.role === 'liaison'} onChanged={reload} />
    </Screen>
  )
}

function Reports(props: { desk: ReportDesk; mayWrite: boolean; onChanged: () => void }) {
  const words = useWords()
  const { desk, mayWrite, onChanged } = props
  const [writing, setWriting] = useState<Writing>('asRead')
  const last = desk.reports.at(-1)
  const mayBegin =
    mayWrite && (last === undefined || (last.status === 'received' && desk.unreported.length > 0))
  return (
    <>
      {last === undefined && !mayWrite && <p>{words.point.statusNames.none}</p>}
      {mayBegin && last && (
        <p class="next no-print">{words.point.nextSay(desk.unreported.length + desk.unlisted)}</p>
      )}
      {mayBegin && (
        <ReportEditor
          key={`new ${last?.number ?? 0}`}
          desk={desk}
          report={undefined}
          onWriting={setWriting}
          onChanged={onChanged}
        />
      )}
      {desk.reports.toReversed().map((report) => (
        <OneReport
          key={report.number}
          desk={desk}
          report={report}
          mayWrite={mayWrite && report === last}
          writing={writing}
          onWriting={setWriting}
          onChanged={onChanged}
        />
      ))}
    </>
  )
}

function OneReport(props: {
  desk: ReportDesk
  report: HeldReport
  mayWrite: boolean
  writing: Writing
  onWriting: (writing: Writing) => void
  onChanged: () => void
}) {
  const { desk, report, mayWrite, writing, onWriting, onChanged } = props
  const isWritten = mayWrite && (report.status === 'draft' || report.status === 'returned')
  return (
    <>
      <ReportSteps desk={desk} report={report} mayWrite={mayWrite} writing={writing} onChanged={onChanged} />
      {isWritten ? (
        <ReportEditor
          key={`${report.number} ${report.rev}`}
          desk={desk}
          report={report}
          onWriting={onWriting}
          onChanged={onChanged}
        />
      ) : (
        <ReportPaper desk={desk} report={report} />
      )}
    </>
  )
}

import type { DeskRoute } from '../rules/desk-route.ts'
import { AuditTrail } from './governing/audit-trail.tsx'
import { BringIn } from './uploading/bring-in.tsx'
import { BillPage } from './drafts/bill-page.tsx'
import { Bills } from './drafts/bills.tsx'
import { ConsultationPage } from './consulting/consultation-page.tsx'
import { ContactPoints } from './governing/contact-points.tsx'
import { FeedbackScreen } from './collecting/feedback-screen.tsx'
import { Devices } from './collecting/devices.tsx'
import { Group } from './grouping/group.tsx'
import { Groups } from './grouping/groups.tsx'
import { Home } from './home/home.tsx'
import { ImportDraft } from './drafts/import-draft.tsx'
import { LineageReview } from './lineage/lineage.tsx'
import { LoadTable } from './table/load-table.tsx'
import { Lookup } from './collecting/lookup.tsx'
import { Members } from './governing/members.tsx'
import { Opinions } from './deciding/opinions.tsx'
import { Overview } from './home/overview.tsx'
import { Paper } from './collecting/paper.tsx'
import { Prepare } from './consulting/prepare.tsx'
import { PublishBulletin } from './bulletin/publish-bulletin.tsx'
import { Quarantine } from './collecting/quarantine.tsx'
import { ReportScreen } from './report/report.tsx'
import { Reports } from './report/reports.tsx'
import { RollUp } from './home/roll-up.tsx'
import { Stations } from './collecting/stations.tsx'
import { TaskPage } from './collecting/task-page.tsx'
import { Transcribe } from './collecting/transcribe.tsx'

/** The screen of a route. Keys make a screen start afresh when its subject changes. */
export function CurrentScreen(props: { route: DeskRoute }) {
  const { route } = props
  switch (route.screen) {
    case 'home':
      return <Home />
    case 'bills':
      return <Bills />
    case 'bill':
      return <BillPage key={route.billId} billId={route.billId} />
    case 'import':
      return <ImportDraft key={route.billId} billId={route.billId} />
    case 'lineage':
      return <LineageReview key={`${route.from} ${route.to}`} {...route} />
    case 'prepare':
      return <Prepare key={route.billId} billId={route.billId} draftId={route.draftId} />
    case 'consultation':
      return <ConsultationPage key={route.consultationId} consultationId={route.consultationId} />
    case 'opinions':
      return (
        <Opinions key={route.consultationId} consultationId={route.consultationId} filter={route.filter} />
      )
    case 'groups':
      return <Groups key={route.consultationId} consultationId={route.consultationId} filter={route.filter} />
    case 'group':
      return (
        <Group
          key={`${route.consultationId} ${route.groupId}`}
          consultationId={route.consultationId}
          groupId={route.groupId}
        />
      )
    case 'table':
      return (
        <LoadTable key={route.consultationId} consultationId={route.consultationId} filter={route.filter} />
      )
    case 'publish':
      return <PublishBulletin key={route.consultationId} consultationId={route.consultationId} />
    case 'bringIn':
      return <BringIn key={route.consultationId} consultationId={route.consultationId} />
    case 'paper':
      return <Paper key={route.consultationId} consultationId={route.consultationId} />
    case 'transcribe':
      return <Transcribe key={route.consultationId} consultationId={route.consultationId} />
    case 'slips':
      return <FeedbackScreen key={route.consultationId} consultationId={route.consultationId} />
    case 'lookup':
      return <Lookup />
    case 'task':
      return <TaskPage key={route.consultationId} consultationId={route.consultationId} />
    case 'report':
      return <ReportScreen key={`${route.consultationId} ${route.contactPointId}`} {...route} />
    case 'reports':
      return <Reports />
    case 'overview':
      return <Overview />
    case 'rollUp':
      return <RollUp />
    case 'devices':
      return <Devices />
    case 'quarantine':
      return <Quarantine />
    case 'stations':
      return <Stations />
    case 'members':
      return <Members />
    case 'contactPoints':
      return <ContactPoints />
    case 'audit':
      return <AuditTrail />
  }
}

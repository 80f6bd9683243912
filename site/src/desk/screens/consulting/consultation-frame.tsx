import type { OfficeConsultation } from '#contract/office-api.ts'
import type { ComponentChildren } from 'preact'
import { pagePaths } from '#contract/page-paths.ts'
import { ConsultationClock } from '../../parts/clock.tsx'
import { Link, Screen } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import type { DeskRoute } from '../../rules/desk-route.ts'
import { closingMoment, localMoment } from '../../rules/local-time.ts'

type Section = 'overview' | 'opinions' | 'groups' | 'table' | 'publish'

/** What every screen of one consultation carries: the bill, the clock, and the four pieces of work. */
export function ConsultationFrame(props: {
  held: OfficeConsultation
  section: Section
  children: ComponentChildren
}) {
  const words = useWords()
  const { me, offset } = useSession()
  const { consultation, bill, draft, state } = props.held
  const consultationId = consultation.id
  const entries: { section: Section; to: DeskRoute }[] = [
    { section: 'overview', to: { screen: 'consultation', consultationId } },
    { section: 'opinions', to: { screen: 'opinions', consultationId, filter: {} } },
    { section: 'groups', to: { screen: 'groups', consultationId, filter: {} } },
    { section: 'table', to: { screen: 'table', consultationId, filter: {} } },
    { section: 'publish', to: { screen: 'publish', consultationId } },
  ]
  const shown = entries.filter(
    ({ section }) =>
      me.role === 'legislator' ||
      section === 'overview' ||
      ((section === 'opinions' || section === 'groups') && me.role === 'auditor'),
  )
  const { section: names } = words.consulting
  const title = props.section === 'overview' ? bill.title : names[props.section]
  return (
    <Screen
      title={title}
      kind={`${words.stageNames[draft.meta.stage]} · ${words.stateNames[state]}`}
      back={{ to: { screen: 'bill', billId: bill.id }, name: bill.title }}
    >
      <p class="clock-line">
        {state !== 'prepared' && state !== 'withdrawn' && (
          <ConsultationClock consultation={consultation} state={state} />
        )}
        <span class="soft">
          {words.home.windowLine(
            localMoment(consultation.opensAt, offset),
            closingMoment(consultation.closesAt, offset),
          )}
        </span>
        {state !== 'prepared' && <a href={pagePaths.bill(bill.id)}>{words.consulting.viewPublic}</a>}
        {state === 'answered' && (
          <a href={pagePaths.bulletin(bill.id, consultationId)}>{words.deciding.viewBulletin}</a>
        )}
      </p>
      {state !== 'prepared' && shown.length > 1 && (
        <nav class="tabs" aria-label={names.label}>
          {shown.map(({ section, to }) => (
            <Link key={section} to={to} current={section === props.section}>
              {names[section]}
            </Link>
          ))}
        </nav>
      )}
      {props.children}
    </Screen>
  )
}

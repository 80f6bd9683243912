import { isBoundToPoint } from '#core/member.ts'
import { useWords } from '../../parts/language.tsx'
import { Link, Screen } from '../../parts/frame.tsx'
import { useSession } from '../../parts/session.tsx'
import { HomeLegislator } from './home-legislator.tsx'
import { HomeLiaison } from './home-liaison.tsx'

/** What waits for the person at the desk today. */
export function Home() {
  const words = useWords()
  const { me } = useSession()
  const kind = me.contactPoint ? words.home.atPoint(me.contactPoint.name) : words.roleNames[me.role]
  return (
    <Screen title={words.home.title(me.name)} kind={kind}>
      {me.role === 'legislator' && <HomeLegislator />}
      {isBoundToPoint(me.role) && <HomeLiaison />}
      {me.role === 'admin' && (
        <>
          <p>{words.home.adminLead}</p>
          <div class="buttons">
            <Link to={{ screen: 'members' }} class="button">
              {words.governing.membersTitle}
            </Link>
            <Link to={{ screen: 'contactPoints' }} class="button">
              {words.governing.pointsTitle}
            </Link>
            <Link to={{ screen: 'audit' }} class="button quiet">
              {words.governing.auditTitle}
            </Link>
          </div>
        </>
      )}
      {me.role === 'auditor' && (
        <>
          <p>{words.home.auditorLead}</p>
          <div class="buttons">
            <Link to={{ screen: 'audit' }} class="button">
              {words.governing.auditTitle}
            </Link>
            <Link to={{ screen: 'bills' }} class="button quiet">
              {words.bills.title}
            </Link>
          </div>
        </>
      )}
    </Screen>
  )
}

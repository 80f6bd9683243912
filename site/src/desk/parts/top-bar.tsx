import { pagePaths } from '#contract/page-paths.ts'
import { isBoundToPoint, type Role } from '#core/member.ts'
import { useEffect, useState } from 'preact/hooks'
import { HouseMark } from '../../parts/house-mark.tsx'
import { LanguageSwitch } from '../../parts/language-switch.tsx'
import type { DeskRoute } from '../rules/desk-route.ts'
import { Link } from './frame.tsx'
import { forgetEverything } from './kept.ts'
import { useWords } from './language.tsx'
import { useSession } from './session.tsx'

type Section =
  | 'home'
  | 'lookup'
  | 'overview'
  | 'bills'
  | 'members'
  | 'contactPoints'
  | 'audit'
  | 'reports'
  | 'rollUp'
  | 'stations'
  | 'devices'

/** What each role finds in the bar. The server decides what they may do; this only leaves out what they may not. */
const sections: Record<Role, readonly Section[]> = {
  legislator: ['home', 'overview', 'bills', 'reports', 'rollUp'],
  liaison: ['home', 'lookup', 'stations', 'devices'],
  collector: ['home', 'lookup', 'devices'],
  admin: ['home', 'members', 'contactPoints', 'devices', 'rollUp', 'bills', 'audit'],
  auditor: ['home', 'overview', 'bills', 'reports', 'rollUp', 'members', 'audit'],
}

function sectionOf(route: DeskRoute, role: Role): Section {
  if (route.screen === 'task' || route.screen === 'paper' || route.screen === 'transcribe') return 'home'
  if (route.screen === 'slips') return 'home'
  if (route.screen === 'quarantine') return 'devices'
  if (route.screen === 'report') return isBoundToPoint(role) ? 'home' : 'reports'
  return sections[role].find((name) => name === route.screen) ?? 'bills'
}

/** The head of every screen: where one can go, who one is, the way out. */
export function TopBar(props: { route: DeskRoute }) {
  const { me } = useSession()
  const words = useWords()
  const here = sectionOf(props.route, me.role)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => setOpen(false), [props.route])
  return (
    <header class="site">
      <div class="wrap">
        <Mark />
        {/* On a phone who one is and the way out fold behind the name: the work begins on the first screen. */}
        <button
          type="button"
          class="who-am-i"
          aria-expanded={isOpen}
          aria-controls="who"
          onClick={() => setOpen(!isOpen)}
        >
          <span class="unseen">{words.nav.account}</span>
          <span lang="zh-CN">{me.name}</span>
        </button>
        <nav aria-label={words.nav.label}>
          {sections[me.role].map((section) => (
            <Link key={section} to={{ screen: section }} current={here === section}>
              {words.nav[section]}
            </Link>
          ))}
        </nav>
        <div class="who" id="who" data-open={isOpen}>
          <span>
            <span lang="zh-CN">{me.name}</span>
            <span class="soft">
              {words.roleNames[me.role]}
              {me.contactPoint ? ` · ${me.contactPoint.name}` : ''}
            </span>
          </span>
          <LanguageSwitch class="button text" />
          <a class="alone" href={pagePaths.home}>
            {words.nav.publicSite}
          </a>
          <form method="post" action={pagePaths.logout} onSubmit={forgetEverything}>
            <button type="submit" class="button text">
              {words.nav.signOut}
            </button>
          </form>
        </div>
      </div>
    </header>
  )
}

export function Mark() {
  const words = useWords()
  return (
    <a class="mark" href={pagePaths.desk}>
      <HouseMark size={30} />
      <span>{words.siteName}</span>
      <span class="soft">{words.appName}</span>
    </a>
  )
}

import { useState } from 'preact/hooks'
import { HouseMark } from '../../parts/house-mark.tsx'
import { LanguageSwitch } from '../../parts/language-switch.tsx'
import type { CollectRoute } from '../rules/collect-route.ts'
import { Link } from './frame.tsx'
import { useWords } from './language.tsx'

const sections = ['home', 'records', 'device'] as const

/** Who is here, where to go, big letters, the other language; one line on a phone. */
export function TopBar(props: { route?: CollectRoute; who?: string | undefined }) {
  const words = useWords()
  const here = props.route?.screen
  return (
    <header class="bar">
      <div class="wrap">
        <span class="mark">
          <HouseMark size={26} />
          <span class="name">{words.siteName}</span>
          <span class="soft who">{props.who ?? words.appName}</span>
        </span>
        {here && (
          <nav aria-label={words.nav.label}>
            {sections.map((section) => (
              <Link
                key={section}
                to={section === 'records' ? { screen: 'records', state: 'queued' } : { screen: section }}
                current={here === section}
              >
                {words.nav[section]}
              </Link>
            ))}
          </nav>
        )}
        <span class="eases">
          <BigLetters />
          <LanguageSwitch />
        </span>
      </div>
    </header>
  )
}

/** The same choice as on the public pages, kept under the same name (scripts/ease.ts). */
function BigLetters() {
  const words = useWords()
  const root = document.documentElement
  const [on, setOn] = useState(root.hasAttribute('data-big'))
  const press = () => {
    root.toggleAttribute('data-big', !on)
    try {
      if (on) localStorage.removeItem('kaimen-ease-big')
      else localStorage.setItem('kaimen-ease-big', '1')
    } catch {
      // Remembered for this page only.
    }
    setOn(!on)
  }
  return (
    <button type="button" aria-pressed={on} onClick={press}>
      {words.bigLetters}
    </button>
  )
}

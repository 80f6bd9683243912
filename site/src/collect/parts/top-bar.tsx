import { useContext, useState } from 'preact/hooks'
import type { CollectRoute } from '../rules/collect-route.ts'
import { Link } from './frame.tsx'
import { SpeechContext, useWords } from './language.tsx'

const sections = ['home', 'records', 'device'] as const

/** Who is here, where to go, big letters, the other language; one line on a phone. */
export function TopBar(props: { route?: CollectRoute; who?: string | undefined }) {
  const words = useWords()
  const here = props.route?.screen
  return (
    <header class="bar">
      <div class="wrap">
        <span class="mark">
          <svg width="26" height="26" viewBox="0 0 36 36" aria-hidden="true">
            <rect width="36" height="36" rx="5" fill="currentColor" />
            <path
              d="M6 30V7h24v23M6 7l8.5 3.2v17L6 30M30 7l-8.5 3.2v17L30 30"
              fill="none"
              stroke="var(--sheet)"
              stroke-width="2.4"
              stroke-linejoin="round"
            />
          </svg>
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

function LanguageSwitch() {
  const { words, language, choose } = useContext(SpeechContext)
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button type="button" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => choose(other)}>
      {words.otherLanguage}
    </button>
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

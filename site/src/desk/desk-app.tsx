import { useEffect, useState } from 'preact/hooks'
import { speak } from './api/call.ts'
import { office } from './api/office.ts'
import { SpeechContext } from './parts/language.tsx'
import { TroubleBox, Waiting } from './parts/frame.tsx'
import { useLoaded } from './parts/loading.ts'
import { Mishap } from './parts/mishap.tsx'
import { SessionContext } from './parts/session.tsx'
import { TopBar } from './parts/top-bar.tsx'
import { readRoute, type DeskRoute } from './rules/desk-route.ts'
import { CurrentScreen } from './screens/current-screen.tsx'
import { SignIn } from './screens/sign-in.tsx'
import { en } from './words/strings.en.ts'
import { zh } from './words/strings.zh.ts'

const languageKey = 'kaimen-desk-language'

function rememberedLanguage(): 'zh' | 'en' {
  try {
    return localStorage.getItem(languageKey) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

function useRoute(): DeskRoute {
  const [route, setRoute] = useState(() => readRoute(location.hash))
  useEffect(() => {
    const follow = () => {
      setRoute(readRoute(location.hash))
      window.scrollTo(0, 0)
    }
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  return route
}

/** The desk: who is here, in which language, on which screen. */
export function DeskApp(props: { exampleMark: string | undefined }) {
  const [language, setLanguage] = useState(rememberedLanguage)
  const words = language === 'en' ? en : zh
  speak(words.locale)
  const choose = (chosen: 'zh' | 'en') => {
    try {
      localStorage.setItem(languageKey, chosen)
    } catch {
      // Remembered for this page only.
    }
    setLanguage(chosen)
  }
  useEffect(() => {
    document.documentElement.lang = words.locale
  }, [words])
  return (
    <SpeechContext.Provider value={{ words, language, choose }}>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          // The fragment holds the screen here, so the way to the content is by focus.
          event.preventDefault()
          document.querySelector<HTMLElement>('main h1')?.focus()
        }}
      >
        {words.skip}
      </a>
      {props.exampleMark && (
        <aside class="example" lang="zh-CN">
          {props.exampleMark}
        </aside>
      )}
      <Mishap>
        <Signed />
      </Mishap>
    </SpeechContext.Provider>
  )
}

function Signed() {
  const route = useRoute()
  const { data: me, trouble, reload } = useLoaded(office.me, 'me')
  if (trouble?.kind === 'signed-out') return <SignIn />
  if (me === undefined)
    return (
      <main class="wrap" id="main">
        {trouble ? <TroubleBox trouble={trouble} onRetry={reload} /> : <Waiting />}
      </main>
    )
  const { legalMinimumDays = 30, utcOffsetMinutes = 480 } = me.settings ?? {}
  return (
    <SessionContext.Provider value={{ me, minimumDays: legalMinimumDays, offset: utcOffsetMinutes }}>
      <TopBar route={route} />
      <main class="wrap" id="main">
        <CurrentScreen route={route} />
      </main>
    </SessionContext.Provider>
  )
}

import { AppShell } from '../parts/app-shell.tsx'
import { useSpeech } from '../parts/speech.ts'
import { useRoute } from '../parts/use-route.ts'
import { Waiting } from '../parts/waiting.tsx'
import { speak } from './api/call.ts'
import { office } from './api/office.ts'
import { SpeechContext } from './parts/language.tsx'
import { TroubleBox } from './parts/frame.tsx'
import { useLoaded } from './parts/loading.ts'
import { SessionContext } from './parts/session.tsx'
import { TopBar } from './parts/top-bar.tsx'
import { readRoute, type DeskRoute } from './rules/desk-route.ts'
import { CurrentScreen } from './screens/current-screen.tsx'
import { SignIn } from './screens/governing/sign-in.tsx'
import { en } from './words/strings.en.ts'
import { zh } from './words/strings.zh.ts'

const languages = { zh, en }

/** Another choice of what to take away changes a few words of the same screen. */
const stays = (shown: DeskRoute, next: DeskRoute) => shown.screen === 'table' && next.screen === 'table'

/** The desk: who is here, in which language, on which screen. */
export function DeskApp(props: { exampleMark: string | undefined }) {
  const speech = useSpeech(languages, 'kaimen-desk-language')
  const { trouble, retry, locale } = speech.words
  speak(locale)
  return (
    <SpeechContext.Provider value={speech}>
      <AppShell
        speech={speech}
        exampleMark={props.exampleMark}
        mishap={{ title: trouble.title, text: trouble.unexpected, again: retry }}
      >
        <Signed />
      </AppShell>
    </SpeechContext.Provider>
  )
}

function Signed() {
  const route = useRoute(readRoute, stays)
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

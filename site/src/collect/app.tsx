import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Collector } from './engine/collector.ts'
import { CollectingContext, useCollecting } from './parts/collecting.tsx'
import { SpeechContext } from './parts/language.tsx'
import { Mishap } from './parts/mishap.tsx'
import { useIdleLock } from './parts/idle-lock.ts'
import { StandingBar } from './parts/standing-bar.tsx'
import { TopBar } from './parts/top-bar.tsx'
import { readRoute, type CollectRoute } from './rules/collect-route.ts'
import { CurrentScreen } from './screens/current-screen.tsx'
import { FirstSignIn } from './screens/first-sign-in.tsx'
import { Lock } from './screens/lock.tsx'
import { en } from './words/strings.en.ts'
import { zh } from './words/strings.zh.ts'

const languageKey = 'kaimen-collect-language'
/** China keeps one zone without daylight saving (core/time.ts). */
const utcOffsetMinutes = 480

function rememberedLanguage(): 'zh' | 'en' {
  try {
    return localStorage.getItem(languageKey) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

function useRoute(): CollectRoute {
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

interface AppProps {
  collector: Collector
  now: () => number
  exampleMark: string | undefined
}

/** The collector's app: in which language, who is here, on which screen. */
export function CollectApp(props: AppProps) {
  const [language, setLanguage] = useState(rememberedLanguage)
  const words = language === 'en' ? en : zh
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
        <Held {...props} />
      </Mishap>
    </SpeechContext.Provider>
  )
}

function useFlushes() {
  const flushes = useRef(new Set<() => Promise<void>>())
  const beforeLeaving = useCallback((flush: () => Promise<void>) => {
    flushes.current.add(flush)
    return () => flushes.current.delete(flush)
  }, [])
  const flushAll = useCallback(async () => {
    for (const flush of flushes.current) await flush()
  }, [])
  return { beforeLeaving, flushAll }
}

function Held({ collector, now }: AppProps) {
  const [round, setRound] = useState(0)
  useEffect(() => collector.watch(() => setRound((n) => n + 1)), [collector])
  const { beforeLeaving, flushAll } = useFlushes()
  const [idle, setIdle] = useState(false)
  const leave = useCallback(async () => {
    await flushAll()
    await collector.lock()
  }, [collector, flushAll])
  const access = collector.access()
  useIdleLock(access.state === 'open', now, () => {
    setIdle(true)
    void leave()
  })
  const collecting = useMemo(
    () => ({ collector, now, offset: utcOffsetMinutes, beforeLeaving, leave, round }),
    [collector, now, beforeLeaving, leave, round],
  )
  return (
    <CollectingContext.Provider value={collecting}>
      <Gate idle={idle} onOpened={() => setIdle(false)} />
    </CollectingContext.Provider>
  )
}

function Gate(props: { idle: boolean; onOpened: () => void }) {
  const access = useCollecting().collector.access()
  const route = useRoute()
  const [starting, setStarting] = useState<'new' | 'forgot'>()
  if (access.state === 'open')
    return (
      <>
        <TopBar route={route} who={access.kit.contactPoint.name} />
        <StandingBar />
        <main class="wrap" id="main">
          <CurrentScreen route={route} />
        </main>
      </>
    )
  if (access.state === 'locked' && starting === undefined)
    return (
      <Lock
        members={access.members}
        idle={props.idle}
        onOpened={props.onOpened}
        onNew={() => setStarting('new')}
        onForgot={() => setStarting('forgot')}
      />
    )
  return (
    <FirstSignIn
      known={access.state === 'locked'}
      forgot={starting === 'forgot'}
      onBack={() => setStarting(undefined)}
      onDone={() => {
        setStarting(undefined)
        props.onOpened()
      }}
    />
  )
}

import { useCallback, useMemo, useRef, useState } from 'preact/hooks'
import { AppShell } from '../parts/app-shell.tsx'
import { useSpeech } from '../parts/speech.ts'
import { useRoute } from '../parts/use-route.ts'
import type { CollectKit } from '#contract/collect-api.ts'
import type { Access, Collector } from './engine/collector.ts'
import { CollectingContext, useCollecting } from './parts/collecting.tsx'
import { SpeechContext } from './parts/language.tsx'
import { useIdleLock } from './parts/idle-lock.ts'
import { useRound } from './parts/round.ts'
import { StandingBar } from './parts/standing-bar.tsx'
import { TopBar } from './parts/top-bar.tsx'
import { readRoute } from './rules/collect-route.ts'
import { CurrentScreen } from './screens/current-screen.tsx'
import { FirstSignIn } from './screens/first-sign-in.tsx'
import { Lock } from './screens/lock.tsx'
import { en } from './words/strings.en.ts'
import { zh } from './words/strings.zh.ts'

const languages = { zh, en }
interface AppProps {
  collector: Collector
  now: () => number
  exampleMark: string | undefined
}

/** The collector's app: in which language, who is here, on which screen. */
export function CollectApp(props: AppProps) {
  const speech = useSpeech(languages, 'kaimen-collect-language')
  const { mishap, reload } = speech.words
  return (
    <SpeechContext.Provider value={speech}>
      <AppShell speech={speech} exampleMark={props.exampleMark} mishap={{ text: mishap, again: reload }}>
        <Held {...props} />
      </AppShell>
    </SpeechContext.Provider>
  )
}

/** The legislature's time zone as the kit has it; until somebody is at work, and for a kit of an earlier version, the device's own. */
function offsetOf(access: Access, now: () => number): number {
  const kit: Partial<CollectKit> = access.state === 'open' ? access.kit : {}
  return kit.utcOffsetMinutes ?? -new Date(now()).getTimezoneOffset()
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
  const round = useRound(collector)
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
  const offset = offsetOf(access, now)
  const collecting = useMemo(
    () => ({ collector, now, offset, beforeLeaving, leave, round }),
    [collector, now, offset, beforeLeaving, leave, round],
  )
  return (
    <CollectingContext.Provider value={collecting}>
      <Gate idle={idle} onOpened={() => setIdle(false)} />
    </CollectingContext.Provider>
  )
}

function Gate(props: { idle: boolean; onOpened: () => void }) {
  const access = useCollecting().collector.access()
  const route = useRoute(readRoute)
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

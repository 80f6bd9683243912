import { createContext } from 'preact'
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks'
import type { Collector } from '../engine/collector.ts'

/** The engine, the clock, and how to leave: handed to every screen. */
export interface Collecting {
  collector: Collector
  /** The device's clock, milliseconds; wrong by `standing().clockOffsetMs`. */
  now: () => number
  /** The legislature's time zone, minutes east of UTC. */
  offset: number
  /** A screen that holds unsaved words says how to save them; called before locking. Returns how to take it back. */
  beforeLeaving: (flush: () => Promise<void>) => () => void
  /** Saves everything, then locks. */
  leave: () => Promise<void>
  /** Grows with every change below, here or in another tab. */
  round: number
}

export const CollectingContext = createContext<Collecting | undefined>(undefined)

export function useCollecting(): Collecting {
  const collecting = useContext(CollectingContext)
  if (collecting === undefined) throw new Error('this part is shown inside the collector’s app only')
  return collecting
}

/** Something read from the device; read again after every change, while the old stays on the screen. */
export function useHeld<T>(read: (collector: Collector) => Promise<T>, key: string): T | undefined {
  const { collector, round } = useCollecting()
  const [held, setHeld] = useState<{ key: string; value: T }>()
  const reading = useRef(read)
  reading.current = read
  useEffect(() => {
    let wanted = true
    reading.current(collector).then(
      (value) => wanted && setHeld({ key, value }),
      () => undefined, // locked meanwhile: the lock screen is already shown
    )
    return () => {
      wanted = false
    }
  }, [collector, key, round])
  return held?.key === key ? held.value : undefined
}

/** One thing a person does; while it runs, doing it again is without effect. */
export function useDoing(): { busy: boolean; failed: boolean; run: (work: () => Promise<void>) => void } {
  const running = useRef(false)
  const [state, setState] = useState({ busy: false, failed: false })
  const run = useCallback((work: () => Promise<void>) => {
    if (running.current) return
    running.current = true
    setState({ busy: true, failed: false })
    let failed = false
    work()
      .catch(() => {
        failed = true
      })
      .finally(() => {
        running.current = false
        setState({ busy: false, failed })
      })
  }, [])
  return { ...state, run }
}

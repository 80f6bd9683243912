import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { troubleOf, type Trouble } from '../api/trouble.ts'

/** Something read from the server: on its way, here, or not to be had. */
export interface Loaded<T> {
  data: T | undefined
  trouble: Trouble | undefined
  busy: boolean
  reload: () => void
  /** Puts a newer value in place without asking again. */
  replace: (data: T) => void
}

/** Reads when the screen opens and whenever `key` changes; an answer that comes too late is dropped. */
export function useLoaded<T>(read: () => Promise<T>, key: string): Loaded<T> {
  const [held, setHeld] = useState<{ key: string; data?: T; trouble?: Trouble; busy: boolean }>({
    key: '',
    busy: true,
  })
  const [round, setRound] = useState(0)
  const reading = useRef(read)
  reading.current = read
  useEffect(() => {
    let wanted = true
    setHeld((before) => (before.key === key ? { ...before, busy: true } : { key, busy: true }))
    reading.current().then(
      (data) => wanted && setHeld({ key, data, busy: false }),
      (thrown: unknown) =>
        wanted && setHeld((before) => ({ ...before, key, trouble: troubleOf(thrown), busy: false })),
    )
    return () => {
      wanted = false
    }
  }, [key, round])
  const reload = useCallback(() => setRound((n) => n + 1), [])
  const replace = useCallback((data: T) => setHeld({ key, data, busy: false }), [key])
  const current = held.key === key ? held : undefined
  return { data: current?.data, trouble: current?.trouble, busy: current?.busy ?? true, reload, replace }
}

/** One thing a person does. While it runs, doing it again is without effect, so a double click is harmless. */
export interface Doing {
  busy: boolean
  trouble: Trouble | undefined
  run: (work: () => Promise<void>) => void
  clear: () => void
}

export function useDoing(): Doing {
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const run = useCallback((work: () => Promise<void>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setTrouble(undefined)
    work()
      .catch((thrown: unknown) => setTrouble(troubleOf(thrown)))
      .finally(() => {
        running.current = false
        setBusy(false)
      })
  }, [])
  return { busy, trouble, run, clear: () => setTrouble(undefined) }
}

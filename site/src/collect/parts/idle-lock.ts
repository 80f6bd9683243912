import { useEffect, useRef } from 'preact/hooks'

const idleMs = 15 * 60_000
const lookEveryMs = 10_000

/** Calls once after fifteen minutes without a key or a touch, sleep of the device included. */
export function useIdleLock(isOpen: boolean, now: () => number, onIdle: () => void): void {
  const act = useRef(onIdle)
  act.current = onIdle
  useEffect(() => {
    if (!isOpen) return
    let last = now()
    let locked = false
    const look = () => {
      if (locked || now() - last < idleMs) return
      locked = true
      act.current()
    }
    const touched = () => {
      look() // the first touch after a long sleep must not wake what should be locked
      last = now()
    }
    const timer = setInterval(look, lookEveryMs)
    const deeds = ['pointerdown', 'keydown'] as const
    for (const deed of deeds) addEventListener(deed, touched, { capture: true, passive: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const deed of deeds) removeEventListener(deed, touched, { capture: true })
      document.removeEventListener('visibilitychange', look)
    }
  }, [isOpen, now])
}

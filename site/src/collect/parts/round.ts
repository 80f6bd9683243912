import { useEffect, useState } from 'preact/hooks'
import type { Collector } from '../engine/collector.ts'

/** While much changes at once, the screen follows this often. */
const restMs = 150

/**
 * Grows with every change below, here or in another tab: at once after a quiet moment, a few times a second while a
 * village's records are delivered one by one. Five thousand of them drawn anew each time took a laptop six minutes.
 */
export function useRound(collector: Collector): number {
  const [round, setRound] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isBehind = false
    const show = () => {
      isBehind = false
      setRound((n) => n + 1)
      timer = setTimeout(() => {
        timer = undefined
        if (isBehind) show()
      }, restMs)
    }
    const stop = collector.watch(() => {
      if (timer === undefined) show()
      else isBehind = true
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [collector])
  return round
}

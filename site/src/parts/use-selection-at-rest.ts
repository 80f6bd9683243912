import { useEffect, useRef } from 'preact/hooks'

/** A hand that drags a selection's handles comes to rest before its words are taken. */
const restMs = 300

/** Calls `take` whenever what is selected on the page has stood still for a moment. */
export function useSelectionAtRest(take: () => void): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onSelection = () => {
      clearTimeout(timer)
      timer = setTimeout(() => latest.current(), restMs)
    }
    document.addEventListener('selectionchange', onSelection)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', onSelection)
    }
  }, [])
}

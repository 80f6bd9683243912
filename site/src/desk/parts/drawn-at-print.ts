import { render, type ComponentChild } from 'preact'
import { useEffect, useRef, type MutableRef } from 'preact/hooks'

/**
 * A place that is drawn at the moment of printing, by button or by Ctrl+P alike, and holds `otherwise` before and after:
 * things that may exist only once, such as receipt codes, and thousands of QR codes exist on the paper and nowhere else.
 */
export function useDrawnAtPrint(
  printed: () => ComponentChild,
  otherwise: () => ComponentChild,
): MutableRef<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const newest = useRef({ printed, otherwise })
  newest.current = { printed, otherwise }
  useEffect(() => {
    const stage = place.current
    if (!stage) return undefined
    // The browser lays the page out as soon as this returns; `render` is done when it returns, a change of state is not.
    const before = () => render(newest.current.printed(), stage)
    const after = () => render(newest.current.otherwise(), stage)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
      render(null, stage)
    }
  }, [])
  return place
}

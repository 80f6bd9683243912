import { render, type ComponentChild } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * What is printed is drawn at the moment of printing, by button or by Ctrl+P alike, and taken away afterwards: things
 * that may exist only once, such as receipt codes, exist on the paper and nowhere else. On screen stands the preview.
 */
export function PrintStage(props: {
  label: string
  preview: () => ComponentChild
  printed: () => ComponentChild
}) {
  const place = useRef<HTMLDivElement>(null)
  const newest = useRef(props)
  newest.current = props
  useEffect(() => {
    if (place.current) render(props.preview(), place.current)
  })
  useEffect(() => {
    const stage = place.current
    if (!stage) return undefined
    // The browser lays the page out as soon as this returns; `render` is done when it returns.
    const before = () => render(newest.current.printed(), stage)
    const after = () => render(newest.current.preview(), stage)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
      render(null, stage)
    }
  }, [])
  return <div class="paper-stage" role="group" aria-label={props.label} ref={place} />
}

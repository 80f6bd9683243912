import { render, type ComponentChild } from 'preact'
import { useEffect } from 'preact/hooks'
import { useDrawnAtPrint } from './drawn-at-print.ts'

/** What is printed, drawn only then; on screen stands the preview. */
export function PrintStage(props: {
  label: string
  preview: () => ComponentChild
  printed: () => ComponentChild
}) {
  const place = useDrawnAtPrint(props.printed, props.preview)
  useEffect(() => {
    if (place.current) render(props.preview(), place.current)
  })
  return <div class="paper-stage" role="group" aria-label={props.label} ref={place} />
}

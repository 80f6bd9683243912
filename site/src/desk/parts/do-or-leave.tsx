import type { ComponentChildren } from 'preact'
import { Button } from '../../parts/button.tsx'
import { useWords } from './language.tsx'

/** The last line of a form: do it, or leave everything as it was. */
export function DoOrLeave(props: {
  children: ComponentChildren
  kind?: 'grave' | undefined
  busy: boolean
  onDo: () => void
  onLeave: () => void
}) {
  const words = useWords()
  return (
    <div class="buttons">
      <Button kind={props.kind} onPress={props.onDo} busy={props.busy} busyWords={words.saving}>
        {props.children}
      </Button>
      <Button kind="quiet" onPress={props.onLeave}>
        {words.cancel}
      </Button>
    </div>
  )
}

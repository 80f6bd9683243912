import type { ComponentChildren } from 'preact'

/** A deed. While it is busy or not to be had yet it keeps its place, its focus and its name, and does nothing. */
export function Button(props: {
  children: ComponentChildren
  onPress: () => void
  busy?: boolean
  busyWords?: string
  kind?: 'quiet' | 'grave' | 'text' | undefined
  label?: string
  disabled?: boolean
  id?: string
}) {
  const held = props.busy || props.disabled
  return (
    <button
      type="button"
      id={props.id}
      class={props.kind ? `button ${props.kind}` : 'button'}
      aria-label={props.label}
      aria-disabled={held ? true : undefined}
      onClick={() => {
        if (!held) props.onPress()
      }}
    >
      {props.busy ? (props.busyWords ?? props.children) : props.children}
    </button>
  )
}

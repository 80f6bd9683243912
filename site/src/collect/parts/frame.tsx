import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { printRoute, type CollectRoute } from '../rules/collect-route.ts'
import { useWords } from './language.tsx'

export function Link(props: {
  to: CollectRoute
  class?: string
  current?: boolean
  label?: string
  children: ComponentChildren
}) {
  return (
    <a
      href={printRoute(props.to)}
      class={props.class}
      aria-label={props.label}
      aria-current={props.current ? 'page' : undefined}
    >
      {props.children}
    </a>
  )
}

let firstScreen = true

/** One screen: titles the window, and takes focus to its heading whenever a person goes to another screen. */
export function Screen(props: {
  title: string
  kind?: ComponentChildren
  back?: CollectRoute
  backName?: string
  /** The screen puts focus somewhere itself. */
  ownFocus?: boolean
  children: ComponentChildren
}) {
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${props.title} · ${words.appName}`
  }, [props.title, words])
  useEffect(() => {
    if (!firstScreen && !props.ownFocus) heading.current?.focus()
    firstScreen = false
  }, [])
  return (
    <>
      {props.back && (
        <Link to={props.back} class="back">
          {props.backName ?? words.back}
        </Link>
      )}
      <div class="screen-head">
        {props.kind && <p class="soft">{props.kind}</p>}
        <h1 tabIndex={-1} ref={heading}>
          {props.title}
        </h1>
      </div>
      {props.children}
    </>
  )
}

export function Button(props: {
  children: ComponentChildren
  onPress: () => void
  busy?: boolean
  busyWords?: string
  kind?: 'quiet' | 'grave' | 'text' | undefined
  label?: string
  id?: string
}) {
  return (
    <button
      type="button"
      id={props.id}
      class={props.kind ? `button ${props.kind}` : 'button'}
      aria-label={props.label}
      aria-disabled={props.busy ? true : undefined}
      onClick={() => {
        if (!props.busy) props.onPress()
      }}
    >
      {props.busy ? (props.busyWords ?? props.children) : props.children}
    </button>
  )
}

export function Waiting() {
  return (
    <p role="status" class="soft waiting">
      {useWords().loading}
    </p>
  )
}

/** What cannot be undone is asked once more, in place. */
export function Sure(props: {
  button: string
  ask: string
  sure: string
  keep: string
  onSure: () => void
  kind?: 'text' | 'quiet'
}) {
  const [asking, setAsking] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asking) box.current?.focus()
  }, [asking])
  if (!asking)
    return (
      <Button kind={props.kind ?? 'text'} onPress={() => setAsking(true)}>
        {props.button}
      </Button>
    )
  return (
    <div class="ask" role="alert" tabIndex={-1} ref={box}>
      <p>{props.ask}</p>
      <div class="buttons">
        <Button kind="grave" onPress={props.onSure}>
          {props.sure}
        </Button>
        <Button kind="quiet" onPress={() => setAsking(false)}>
          {props.keep}
        </Button>
      </div>
    </div>
  )
}

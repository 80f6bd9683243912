import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Trouble } from '../api/trouble.ts'
import { printRoute, type DeskRoute } from '../rules/desk-route.ts'
import { useWords } from './language.tsx'

export function Link(props: {
  to: DeskRoute
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

/** One screen: sets the tab's title, and takes focus to its heading whenever a person goes to another screen. */
export function Screen(props: {
  title: string
  kind?: ComponentChildren
  back?: { to: DeskRoute; name: string }
  children: ComponentChildren
}) {
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${props.title} · ${words.appName}`
  }, [props.title, words])
  useEffect(() => {
    if (!firstScreen) heading.current?.focus()
    firstScreen = false
  }, [])
  return (
    <>
      {props.back && (
        <Link to={props.back.to} class="back">
          {props.back.name}
        </Link>
      )}
      <div class="screen-head">
        {props.kind && <p class="kind">{props.kind}</p>}
        <h1 tabIndex={-1} ref={heading}>
          {props.title}
        </h1>
      </div>
      {props.children}
    </>
  )
}

/** What was not done and what to do now; takes focus so that nobody misses it. */
export function TroubleBox(props: { trouble: Trouble | undefined; onRetry?: () => void }) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (props.trouble) box.current?.focus()
  }, [props.trouble])
  if (!props.trouble) return null
  const { kind, problem } = props.trouble
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{kind === 'signed-out' ? words.signIn.ended : (problem?.title ?? words.trouble.title)}</h2>
      <p>
        {kind === 'offline' && words.trouble.offline}
        {kind === 'signed-out' && words.signIn.endedHelp}
        {kind !== 'signed-out' && (problem?.detail ?? (kind === 'offline' ? '' : words.trouble.unexpected))}
      </p>
      {problem?.errors && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={`${error.field} ${error.code}`}>
              {error.field === ''
                ? ''
                : `${words.trouble.fieldNames[error.field] ?? error.field}${words.colon}`}
              {error.message}
            </li>
          ))}
        </ul>
      )}
      {kind === 'unexpected' && problem?.requestId && (
        <p class="soft">{words.trouble.requestId(problem.requestId)}</p>
      )}
      {kind === 'signed-out' && (
        <p>
          <a href="/office/login?return=/desk/" target="_blank" rel="noopener">
            {words.signIn.newWindow}
          </a>
        </p>
      )}
      {props.onRetry && (
        <button type="button" class="button quiet" onClick={props.onRetry}>
          {words.retry}
        </button>
      )}
    </div>
  )
}

/** Things to mend before anything is sent, each a link to its field. */
export function MendList(props: { mends: readonly { id: string; text: string }[]; round: number }) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (props.round > 0 && props.mends.length > 0) box.current?.focus()
  }, [props.round])
  if (props.round === 0 || props.mends.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{words.trouble.summary(props.mends.length)}</h2>
      <ul>
        {props.mends.map(({ id, text }) => (
          <li key={id}>
            <button type="button" class="jump" onClick={() => document.getElementById(id)?.focus()}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A quiet line that says what has just been done, read aloud without moving anybody. */
export function Done(props: { children: ComponentChildren }) {
  return (
    <p role="status" class="told">
      {props.children}
    </p>
  )
}

export function Waiting() {
  return (
    <p role="status" class="soft waiting">
      {useWords().loading}
    </p>
  )
}

export function Button(props: {
  children: ComponentChildren
  onPress: () => void
  busy?: boolean
  busyWords?: string
  kind?: 'quiet' | 'grave' | 'text'
  label?: string
  disabled?: boolean
}) {
  return (
    <button
      type="button"
      class={props.kind ? `button ${props.kind}` : 'button'}
      aria-label={props.label}
      aria-disabled={props.busy || props.disabled ? true : undefined}
      onClick={() => {
        if (!props.busy && !props.disabled) props.onPress()
      }}
    >
      {props.busy ? (props.busyWords ?? props.children) : props.children}
    </button>
  )
}

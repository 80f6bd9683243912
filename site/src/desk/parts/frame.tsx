import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Trouble } from '../api/trouble.ts'
import { Button } from '../../parts/button.tsx'
import { makeLink } from '../../parts/make-link.tsx'
import { makeScreen } from '../../parts/make-screen.tsx'
import { printRoute } from '../rules/desk-route.ts'
import { useWords } from './language.tsx'

export const Link = makeLink(printRoute)
export const Screen = makeScreen(Link)

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
      {props.onRetry && isElsewhere(problem) && (
        <p>
          <Link to={{ screen: 'home' }}>{words.nav.backHome}</Link>
        </p>
      )}
      {props.onRetry && !isElsewhere(problem) && (
        <Button kind="quiet" onPress={props.onRetry}>
          {words.retry}
        </Button>
      )}
    </div>
  )
}

/** Asking again cannot help where a thing is not there or not this person's. */
function isElsewhere(problem: Trouble['problem']): boolean {
  return problem?.status === 403 || problem?.status === 404
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

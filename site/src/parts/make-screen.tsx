import type { ComponentChildren, FunctionComponent } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { chineseWords } from './chinese-words.ts'
import type { LinkProps } from './make-link.tsx'
import { useSharedSpeech } from './speech.ts'

interface ScreenProps<Route> {
  title: string
  kind?: ComponentChildren
  back?: { to: Route; name: string }
  /** The screen puts focus somewhere itself. */
  ownFocus?: boolean
  children: ComponentChildren
}

let firstScreen = true

/** One screen: sets the tab's title, and takes focus to its heading whenever a person goes to another screen. */
export function makeScreen<Route>(Link: FunctionComponent<LinkProps<Route>>) {
  return function Screen({ title, kind, back, ownFocus, children }: ScreenProps<Route>) {
    const { words } = useSharedSpeech()
    const heading = useRef<HTMLHeadingElement>(null)
    useEffect(() => {
      document.title = `${title} · ${words.appName}`
    }, [title, words])
    useEffect(() => {
      if (!firstScreen && !ownFocus) heading.current?.focus()
      firstScreen = false
    }, [])
    return (
      <>
        {back && (
          <Link to={back.to} class="back">
            {back.name}
          </Link>
        )}
        <div class="screen-head">
          {kind && (
            <p class="kind" lang={chineseWords(kind)}>
              {kind}
            </p>
          )}
          <h1 tabIndex={-1} ref={heading} lang={chineseWords(title)}>
            {title}
          </h1>
        </div>
        {children}
      </>
    )
  }
}

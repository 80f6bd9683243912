import type { ComponentChildren } from 'preact'
import { Mishap, type MishapWords } from './mishap.tsx'
import { SharedSpeech, type Speech } from './speech.ts'

/** What stands around every screen: the way past the bar, the mark of an example, and what to do when a screen fails. */
export function AppShell(props: {
  speech: Speech
  exampleMark: string | undefined
  mishap: MishapWords
  children: ComponentChildren
}) {
  return (
    <SharedSpeech.Provider value={props.speech}>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          // The fragment holds the screen here, so the way to the content is by focus.
          event.preventDefault()
          document.querySelector<HTMLElement>('main h1')?.focus()
        }}
      >
        {props.speech.words.skip}
      </a>
      {props.exampleMark && (
        <aside class="example" lang="zh-CN">
          {props.exampleMark}
        </aside>
      )}
      <Mishap words={props.mishap}>{props.children}</Mishap>
    </SharedSpeech.Provider>
  )
}

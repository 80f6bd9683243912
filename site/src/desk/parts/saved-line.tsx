import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useState } from 'preact/hooks'
import { useWords } from './language.tsx'

const SavedContext = createContext<(number: number, sentence: string) => void>(() => undefined)

/** Says that the opinion with this number was saved; in no `SavedLine` nothing is said. */
export function useSaved(): (number: number, sentence: string) => void {
  return useContext(SavedContext)
}

/**
 * One line below what is worked through, read aloud at each change: what was saved last, and how many since the page
 * was opened. It stands in the page from the start, because a line that appears together with its words is not heard.
 */
export function SavedLine(props: {
  /** Nothing of what is listed waits for a result any more. */
  isAllDone?: boolean
  children: ComponentChildren
}) {
  const { deciding } = useWords()
  const [said, setSaid] = useState<{ sentence: string; numbers: readonly number[] }>()
  const say = useCallback(
    (number: number, sentence: string) =>
      setSaid((before) => ({ sentence, numbers: [...new Set([...(before?.numbers ?? []), number])] })),
    [],
  )
  const count = said?.numbers.length ?? 0
  return (
    <SavedContext.Provider value={say}>
      {props.children}
      <div class="saved-line" role="status">
        {said && (
          <p class="told">
            {said.sentence}
            {count > 1 && <span class="soft"> {deciding.savedSoFar(count)}</span>}
            {props.isAllDone && <strong> {deciding.allDone}</strong>}
          </p>
        )}
      </div>
    </SavedContext.Provider>
  )
}

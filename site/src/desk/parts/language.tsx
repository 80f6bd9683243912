import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Speech } from '../../parts/speech.ts'
import { zh, type Strings } from '../words/strings.zh.ts'

export const SpeechContext = createContext<Speech<Strings>>({
  words: zh,
  language: 'zh',
  choose: () => undefined,
})

/** The words of the desk in the language of the person at it. */
export function useWords(): Strings {
  return useContext(SpeechContext).words
}

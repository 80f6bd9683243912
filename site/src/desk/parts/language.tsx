import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { zh, type Strings } from '../words/strings.zh.ts'

/** The words of the chosen language, and how to change it. */
export interface Speech {
  words: Strings
  language: 'zh' | 'en'
  choose: (language: 'zh' | 'en') => void
}

export const SpeechContext = createContext<Speech>({ words: zh, language: 'zh', choose: () => undefined })

/** The words of the desk in the language of the person at it. */
export function useWords(): Strings {
  return useContext(SpeechContext).words
}

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { zh, type Strings } from '../words/strings.zh.ts'

interface Speech {
  words: Strings
  language: 'zh' | 'en'
  choose: (language: 'zh' | 'en') => void
}

export const SpeechContext = createContext<Speech>({ words: zh, language: 'zh', choose: () => undefined })

export function useWords(): Strings {
  return useContext(SpeechContext).words
}

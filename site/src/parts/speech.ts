import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'

/** What the shared parts say; each app's own words hold them among many others. */
export interface SharedWords {
  locale: string
  siteName: string
  appName: string
  skip: string
  otherLanguage: string
  loading: string
  optional: string
}

/** The words of the chosen language, and how to change it. */
export interface Speech<Words extends SharedWords = SharedWords> {
  words: Words
  language: 'zh' | 'en'
  choose: (language: 'zh' | 'en') => void
}

/** The same speech as the app's own context, seen by parts that serve both apps. */
export const SharedSpeech = createContext<Speech | undefined>(undefined)

export function useSharedSpeech(): Speech {
  const speech = useContext(SharedSpeech)
  if (!speech) throw new Error('a shared part stands outside of the app shell')
  return speech
}

function remembered(key: string): 'zh' | 'en' {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

/** The language this person chose last in this browser, under the app's own key; Chinese first. */
export function useSpeech<Words extends SharedWords>(
  languages: Record<'zh' | 'en', Words>,
  key: string,
): Speech<Words> {
  const [language, setLanguage] = useState(() => remembered(key))
  const words = languages[language]
  useEffect(() => {
    document.documentElement.lang = words.locale
  }, [words])
  const choose = (chosen: 'zh' | 'en') => {
    try {
      localStorage.setItem(key, chosen)
    } catch {
      // Remembered for this page only.
    }
    setLanguage(chosen)
  }
  return { words, language, choose }
}

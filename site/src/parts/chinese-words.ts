import type { ComponentChildren } from 'preact'

/**
 * `zh-CN` for words that are Chinese through and through: titles, names, quoted provisions, which stay as they are in an
 * English app and must be read aloud and drawn as Chinese. Anything with Latin words in it: nothing.
 */
export function chineseWords(words: ComponentChildren): 'zh-CN' | undefined {
  const text = Array.isArray(words) ? words.filter((part) => typeof part === 'string').join('') : words
  const isChinese = typeof text === 'string' && /\p{Script=Han}/u.test(text) && !/[A-Za-z]{2}/.test(text)
  return isChinese ? 'zh-CN' : undefined
}

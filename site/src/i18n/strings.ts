import type { Language } from '#contract/page-paths.ts'
import { en } from './en.ts'
import { zh, type Strings } from './zh.ts'

/** The strings of a language. */
export const strings: Record<Language, Strings> = { zh, en }

import type { Context } from 'hono'
import type { Language } from '#contract/page-paths.ts'

/**
 * Chinese unless the reader asks for English: `?lang=` (or a form's own `lang`) wins, then the higher weight in Accept-Language
 * (RFC 9110 §12.5.4). Only these two are ever answered.
 */
export function readerLanguage(c: Context, chosen = c.req.query('lang')): Language {
  if (chosen === 'en' || chosen === 'zh') return chosen
  const weights = { zh: 0, en: 0 }
  for (const part of (c.req.header('accept-language') ?? '').toLowerCase().split(',', 20)) {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const language = tag.split('-', 1)[0]
    const q = Number(parameters.find((piece) => piece.startsWith('q='))?.slice(2) ?? 1)
    if ((language === 'zh' || language === 'en') && q > weights[language]) weights[language] = q
  }
  return weights.en > weights.zh ? 'en' : 'zh'
}

import type { ConsultationId } from '#core/ids.ts'
import type { Language } from '#contract/page-paths.ts'
import { need } from './dom.ts'

/** What the page's one template tells the script: where to send, in which language, with which words. */
export interface SayPage {
  template: HTMLTemplateElement
  consultationId: ConsultationId
  noticeVersion: string
  language: Language
  receiptPath: string
  offsetMinutes: number
  words: Record<string, string>
}

/** Reads the template; `undefined` on a page without one. */
export function readSayPage(): SayPage | undefined {
  if (!document.querySelector('#say')) return undefined
  const template = need<HTMLTemplateElement>(document, '#say')
  const { consultation, notice, language, receiptPath, offset, words } = template.dataset
  return {
    template,
    consultationId: (consultation ?? '') as ConsultationId,
    noticeVersion: notice ?? '',
    language: language === 'en' ? 'en' : 'zh',
    receiptPath: receiptPath ?? '',
    offsetMinutes: Number(offset),
    words: JSON.parse(words ?? '{}') as Record<string, string>,
  }
}

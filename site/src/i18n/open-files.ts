import type { Language } from '#contract/page-paths.ts'
import type { DraftFormat } from '#core/draft/draft-formats.ts'

/** Where anyone takes a text away in an open format. */
const zh = {
  take: '这份文本可以拿走用：',
  formats: {
    txt: '纯文本',
    json: 'JSON 数据',
    'akn.xml': 'Akoma Ntoso（XML 数据）',
  } as Record<DraftFormat, string>,
}

const en: typeof zh = {
  take: 'This text is free to take:',
  formats: { txt: 'plain text', json: 'JSON', 'akn.xml': 'Akoma Ntoso (XML)' },
}

export const openFileStrings: Record<Language, typeof zh> = { zh, en }

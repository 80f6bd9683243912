import type { Language } from '#contract/page-paths.ts'

/**
 * Words of finding, citing and following articles. They travel in the search box's own element; `#`, `@` and `%` stand
 * for what the script puts in.
 */
const zh = {
  label: '在全文里找',
  go: '找',
  hint: '点一下条号，可以复制引用和链接。',
  previous: '上一处',
  next: '下一处',
  hits: '找到的地方',
  exact: '“@”一共有 # 处。',
  many: '“@”有 # 处以上，先列出前面这些。',
  current: '这是第 # 处：@。',
  like: '没有和“@”一字不差的地方。下面是最接近的 # 处。',
  none: '没有找到“@”。换几个字再试试。',
  cite: '引用这一条',
  copyCitation: '复制引用',
  copyLink: '复制链接',
  parts: '引用其中的款、项',
  copied: '已复制：@',
  notCopied: '没能复制，请自己选中这几个字：@',
  went: '如果您的链接指的是@的%，它在这一稿里是',
  gone: '如果您的链接指的是@的%，它在这一稿里没有了。',
  readThere: '看那一稿的原文',
}
export type FindWords = typeof zh

const en: FindWords = {
  label: 'Find in the text',
  go: 'Find',
  hint: 'Press an article’s number to copy its citation or a link to it.',
  previous: 'Previous',
  next: 'Next',
  hits: 'Places found',
  exact: '“@” stands in # places.',
  many: '“@” stands in more than # places; these are the first.',
  current: ' This is place #: @.',
  like: '“@” stands nowhere to the letter. These # places come nearest.',
  none: '“@” was not found. Try other words.',
  cite: 'Cite this article',
  copyCitation: 'Copy citation',
  copyLink: 'Copy link',
  parts: 'Cite one of its paragraphs or items',
  copied: 'Copied: @',
  notCopied: 'It could not be copied. Please select these words yourself: @',
  went: 'If your link meant % of the @, in this text it is',
  gone: 'If your link meant % of the @, this text has it no more.',
  readThere: 'Read it in that text',
}

export const findStrings: Record<Language, FindWords> = { zh, en }

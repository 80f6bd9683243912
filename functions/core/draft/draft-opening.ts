import type { MarkedLine } from './draft-marks.ts'

/**
 * How the words before 第一条 end where they are the text's own opening: 「…解释如下：」「议定条款如下：」「达成协议如下：」
 * of interpretations and treaties, 「…，制定本规定。」 that says why.
 */
const opens =
  /(?:如下|以下|下列)[^。；]{0,12}[:：]$|^.{0,200}(?:制定|订立|缔结|签订)(?:了)?(?:本|此)[^，。；]{1,16}[。:：]$/u

/** The enacting words of English texts, which may run over several lines. */
const enacts =
  /\b(?:be it enacted|enacts? as follows|have agreed|has adopted this|hereby ordain)\b[^.]{0,300}[:,]$/i

/** Whether the last of some lines leads into the articles. */
export function leadsIn(lines: readonly MarkedLine[]): boolean {
  const end = lines.slice(-4).map(({ text }) => text)
  return opens.test(end.at(-1) ?? '') || enacts.test(end.join(' '))
}

/**
 * The lines before the first article and before any heading that are the text's own opening: all of them, when the last
 * leads in. Empty where they do not.
 */
export function openingLines(body: readonly MarkedLine[]): ReadonlySet<MarkedLine> {
  const heading = body.findIndex(({ is }) => is.mark !== 'text')
  const lines = body.slice(0, heading < 0 ? body.length : heading).filter(({ text }) => text !== '')
  return new Set(leadsIn(lines) ? lines : [])
}

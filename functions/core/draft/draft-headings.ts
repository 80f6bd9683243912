import { closeUp, compact } from './draft-lines.ts'
import { numeralChars, readNumeral } from './numerals.ts'

/** 编 (部分 in treaties), 分编, 章, 节, outermost first; 附则 and 序言 without a number stand on the outermost level in use. */
export const headingLevels = ['part', 'subpart', 'chapter', 'section'] as const
export type HeadingLevel = (typeof headingLevels)[number]

/** A line that opens a 编, 分编, 章 or 节. */
export interface DraftHeading {
  mark: 'heading'
  level: HeadingLevel
  /** `null` when the printed numeral cannot be read. */
  number: number | null
  insertion?: number | undefined
  label: string
  heading: string
}

/** 附则, 序言 and their like, alone on a line and without a number. */
export interface BareHeading {
  mark: 'bare'
  /** Id of the provision it becomes. */
  id: string
  heading: string
}

/** 附件, 附录, 附表: what follows the last article. */
export interface AnnexHeading {
  mark: 'annex'
  number: number | null
  label: string
  heading: string
}

const levelOf: Record<string, HeadingLevel> = {
  部分: 'part',
  编: 'part',
  分编: 'subpart',
  章: 'chapter',
  节: 'section',
  編: 'part',
  分編: 'subpart',
  節: 'section',
}

/** 之一, 之二 … behind a number; the longest readable numeral and nothing of the words after it. */
export const insertionPattern =
  ' ?之 ?(十[一二三四五六七八九]?|[二三四五六七八九]十[一二三四五六七八九]?|[一二三四五六七八九]|[0-9０-９]{1,2})'

const headingPattern = new RegExp(
  `^第 ?((?:[${numeralChars}] ?){1,10})(部分|分[编編]|[编編]|章|[节節])(?:${insertionPattern})?( ?[:：.．·]|、(?!第))?( ?)(.*)$`,
  'u',
)

/** How a line goes on that only refers to a chapter: 第二章规定的…, 第三章第一节… */
const chapterReference = /^(?:规定|第|的|、|，|,|和|及|以及|或者|至|所|中的|各)/

/** Reads 「第一章 总则」「第 2 节 通则」「第三编」; `undefined` for other lines, sentences among them. */
export function readHeading(text: string): DraftHeading | undefined {
  const match = headingPattern.exec(text)
  if (!match) return undefined
  const [, numeral = '', unit = '', insertion, stop = '', gap = '', rest = ''] = match
  if (rest.length > 60 || /[。；;：:]/.test(rest)) return undefined
  if (gap + stop === '' && chapterReference.test(rest)) return undefined
  const heading = closeUp(rest)
  const label = compact(text.slice(0, text.length - rest.length))
  const number = readNumeral(compact(numeral)) ?? null
  const level = levelOf[unit] as HeadingLevel
  return { mark: 'heading', level, number, insertion: readInsertion(insertion), label, heading }
}

/** 一 → 1; `undefined` where nothing is inserted. */
export function readInsertion(numeral: string | undefined): number | undefined {
  return numeral === undefined ? undefined : readNumeral(numeral)
}

const bareIds: Record<string, string> = {
  序言: 'preamble',
  前言: 'preamble',
  引言: 'preamble',
  总则: 'general',
  總則: 'general',
  總綱: 'general',
  分則: 'special',
  附則: 'supplement',
  总纲: 'general',
  分则: 'special',
  附则: 'supplement',
}

/** Reads 「附 则」 and the like; the line holds nothing else. */
export function readBareHeading(text: string): BareHeading | undefined {
  const heading = compact(text)
  const id = heading.length === 2 ? bareIds[heading] : undefined
  return id === undefined ? undefined : { mark: 'bare', id, heading }
}

const annexPattern = new RegExp(
  `^(附 ?[件录表图錄圖]|附)(?: ?([A-Z](?![A-Za-z])|[${numeralChars}]{1,4}))?( ?[:：]|[.．、])?( ?)(.*)$`,
  'u',
)

/** Reads 「附件」「附件一」「附件2：名称」「附录A 名称」「附：名称」; sentences such as 附件由…公布。 are not headings. */
export function readAnnexHeading(text: string): AnnexHeading | undefined {
  const match = annexPattern.exec(text)
  if (!match || text.length > 80) return undefined
  const [, word = '', numeral = '', stop = '', gap = '', rest = ''] = match
  const colon = /[:：]/.test(stop)
  if (word === '附' && (!colon || numeral !== '')) return undefined
  if (stop !== '' && !colon && numeral === '') return undefined
  if (rest !== '' && stop === '' && gap === '') return undefined
  if (/[。；;，]/.test(rest)) return undefined
  const label = compact(word + numeral + stop)
  return { mark: 'annex', number: annexNumber(numeral), label, heading: rest.trim() }
}

/** 一, 1 and A are the first; `null` for an annex without a number. */
function annexNumber(numeral: string): number | null {
  return /^[A-Z]$/.test(numeral) ? numeral.charCodeAt(0) - 64 : (readNumeral(numeral) ?? null)
}

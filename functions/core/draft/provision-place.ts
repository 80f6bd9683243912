import { numeralChars, readNumeral } from './numerals.ts'

/** A number with its 之几: 第十条之一 → `{number: 10, insertion: 1}`. */
export interface PlaceNumber {
  number: number
  insertion?: number
}

/** A place in a statute as words cite it, 第二章第十二条第二款第（三）项; only what is cited is there. */
export interface ProvisionPlace {
  part?: PlaceNumber
  chapter?: PlaceNumber
  section?: PlaceNumber
  article?: PlaceNumber
  paragraph?: PlaceNumber
  item?: PlaceNumber
  subitem?: PlaceNumber
}

/** From the whole to the smallest. */
export const placeLevels = ['part', 'chapter', 'section', 'article', 'paragraph', 'item', 'subitem'] as const
export type PlaceLevel = (typeof placeLevels)[number]

const unitOf: Record<string, PlaceLevel> = {
  编: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
  款: 'paragraph',
  项: 'item',
  目: 'subitem',
}

const one = `第[（(]?[${numeralChars}]{1,9}[)）]?[编章节条款项目](?:之[一二三四五六七八九十]{1,3})?`
/** A whole citation, for use inside a larger expression. */
export const placePattern = `(?:${one})+`
const each = new RegExp(
  `第[（(]?([${numeralChars}]{1,9})[)）]?([编章节条款项目])(?:之([一二三四五六七八九十]{1,3}))?`,
  'gu',
)

/** Reads 「第十二条之一第二款第（三）项」; `undefined` where a numeral cannot be read. */
export function readPlace(words: string): ProvisionPlace | undefined {
  const place: ProvisionPlace = {}
  for (const [, numeral = '', unit = '', inserted] of words.matchAll(each)) {
    const number = readNumeral(numeral)
    const level = unitOf[unit]
    if (number === undefined || level === undefined) return undefined
    const insertion = inserted === undefined ? undefined : readNumeral(inserted)
    place[level] = insertion === undefined ? { number } : { number, insertion }
  }
  return placeLevels.some((level) => place[level] !== undefined) ? place : undefined
}

/** 「第二款」 after 「第十二条第一款」 is that of 第十二条: what the words leave out comes from the place before. */
export function placeWithin(place: ProvisionPlace, before: ProvisionPlace | undefined): ProvisionPlace {
  const from = placeLevels.findIndex((level) => place[level] !== undefined)
  // 条 run through the whole statute: an article needs no 章 around it.
  if (!before || from <= placeLevels.indexOf('article')) return place
  const around: ProvisionPlace = {}
  for (const level of placeLevels.slice(0, from)) {
    const above = before[level]
    if (above !== undefined) around[level] = above
  }
  return { ...around, ...place }
}

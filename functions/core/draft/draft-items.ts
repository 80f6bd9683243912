import { closeUp, compact } from './draft-lines.ts'
import { readNumeral } from './numerals.ts'

/** A line that opens a 项 or a 目. */
export interface DraftItem {
  mark: 'item' | 'subitem'
  number: number
  /** One spelling: full-width brackets round 项, a plain stop or 、 behind 目. */
  label: string
  text: string
}

const bracketed = /^[（(] ?((?:[〇○零一二三四五六七八九十百] ?){1,6})[)）] ?(.*)$/u
const circledHan = /^([㈠-㈩]) ?(.*)$/u
const bracketedDigits = /^[（(] ?([0-9０-９]{1,3}) ?[)）] ?(.*)$/u
const circledDigits = /^([⑴-⒇]) ?(.*)$/u
const stopped = /^([0-9０-９]{1,3}) ?([.．、]) ?(?![0-9０-９])(.*)$/u
const stoppedSign = /^([⒈-⒛]) ?(.*)$/u
const enumerated = /^([一二三四五六七八九十]{1,3})、 ?(.*)$/u

/** Reads 「（三）…」「(三)…」「㈢…」 as 项 and 「3.…」「3．…」「3、…」「（3）…」 as 目. */
export function readItem(text: string): DraftItem | undefined {
  const han = bracketed.exec(text)
  if (han?.[1] !== undefined) return made('item', compact(han[1]), (n) => `（${n}）`, han[2])
  const sign = circledHan.exec(text)
  if (sign?.[1] !== undefined)
    return made('item', sign[1].normalize('NFKC').slice(1, -1), (n) => `（${n}）`, sign[2])
  const digits = bracketedDigits.exec(text)
  if (digits?.[1] !== undefined) return made('subitem', digits[1], (n) => `（${n}）`, digits[2])
  const circled = circledDigits.exec(text)
  if (circled?.[1] !== undefined)
    return made('subitem', circled[1].normalize('NFKC').slice(1, -1), (n) => `（${n}）`, circled[2])
  const stop = stopped.exec(text)
  if (stop?.[1] !== undefined)
    return made('subitem', stop[1], (n) => n + (stop[2] === '、' ? '、' : '.'), stop[3])
  const single = stoppedSign.exec(text)
  if (single?.[1] !== undefined)
    return made('subitem', single[1].normalize('NFKC').slice(0, -1), (n) => `${n}.`, single[2])
  return undefined
}

/** Reads 「一、…」, which is a 项 in older statutes when it follows a colon. */
export function readEnumeratedItem(text: string): DraftItem | undefined {
  const match = enumerated.exec(text)
  return match?.[1] === undefined ? undefined : made('item', match[1], (n) => `${n}、`, match[2])
}

function made(
  mark: DraftItem['mark'],
  numeral: string,
  label: (numeral: string) => string,
  text: string | undefined,
): DraftItem | undefined {
  const plain = numeral.normalize('NFKC')
  const number = readNumeral(plain)
  return number === undefined ? undefined : { mark, number, label: label(plain), text: closeUp(text ?? '') }
}

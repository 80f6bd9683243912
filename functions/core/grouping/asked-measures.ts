import { mix32 } from '../hash-mix.ts'
import { matchesOf } from '../text/matches-of.ts'
import { readNumeral } from '../draft/numerals.ts'

/** A number somebody asks for: after a verb of asking, with its unit. */
const asked =
  /(?:改为|改成|改到|改在|调到|调为|调整为|调整到|提高到|提高至|降低到|降低至|降到|降至|延长到|延长至|缩短到|缩短为|缩短至|推迟到|提前到|增加到|减少到|放宽到|放宽至|定为|定在|设为|规定为|限定为|不超过|不得超过|不少于|不得少于|不低于|不高于|至少|最多|最高|最低|罚款?|每次|早于|晚于)[^，。；、！？\d]{0,5}?([\d０-９]+(?:\.\d+)?|[〇零一二两三四五六七八九十百千万]+)(个?(?:米|公里|天|日|年|月|周|元|万元|小时|分钟|点|时|岁|人|次|只|倍|分贝|平方米|平方|户)|%|％|成)/g

/** Numbers a text asks for, as two masks of one bit a number; 0: none. */
export type AskedMeasures = readonly [number, number]

/** Reads the numbers asked for: 「罚款改为二百元」 and 「罚款改为两千元」 are two points in nearly the same words. */
export function askedMeasures(text: string): AskedMeasures {
  let a = 0
  let b = 0
  for (const [, digits = '', unit = ''] of matchesOf(asked, text)) {
    const value = readNumeral(digits) ?? Number(digits.normalize('NFKC'))
    const unitCode = (unit.startsWith('个') ? unit.slice(1) : unit).charCodeAt(0)
    const name = mix32(
      Math.imul(Math.round(value * 100), 0x9e3779b1) ^ (unitCode === 0x65f6 ? 0x70b9 : unitCode),
    )
    a |= 1 << (name & 31)
    b |= 1 << ((name >>> 8) & 31)
  }
  return [a >>> 0, b >>> 0]
}

import { matchesOf } from '../text/matches-of.ts'

/** A verb of asking, then perhaps a no, then what is asked: 「建议（不要）恢复……」, 「（不）支持全天……」. */
const asking =
  /(?<refused>不|别)?(?:建议|希望|要求|请求|请|应当|应该|支持|赞成|同意)(?:在|把|将|对|能够?)?(?<no>不要再?|不应当?|不该|不宜|不能|不得|不准|不许|不再|不用|不必|不|别|勿|取消|禁止)?(?<what>\p{Script=Han}{2})/gu

/** The first two pairs of characters that are asked for, then the first two asked not to be; 0: none. */
export type AskedWords = readonly [number, number, number, number]

/** Reads what a text asks for and what it asks not to happen, each by its first two characters. */
export function askedWords(text: string): AskedWords {
  const yes: number[] = []
  const no: number[] = []
  for (const { groups } of matchesOf(asking, text)) {
    const isNo = (groups?.['refused'] !== undefined) !== (groups?.['no'] !== undefined)
    const what = groups?.['what'] ?? ''
    const pair = ((what.charCodeAt(0) << 16) | what.charCodeAt(1)) >>> 0
    ;(isNo ? no : yes).push(pair)
  }
  return [yes[0] ?? 0, yes[1] ?? 0, no[0] ?? 0, no[1] ?? 0]
}

/** A facility asked for: the two characters before what makes it one. 办助餐点, 设一个急救点. */
const facility =
  /(?:设|办|建|装|搭|设立|安装|设置)(?:一?[个处块座间台])?\p{Script=Han}{0,6}?(?<what>\p{Script=Han}{2})(?:点|站|处|室|亭|屋|棚|箱|桩|机|所)/u

/** The first facility a text asks for, two characters packed into one number; 0: none. */
export function askedFacility(text: string): number {
  const what = facility.exec(text)?.groups?.['what'] ?? ''
  return what === '' ? 0 : ((what.charCodeAt(0) << 16) | what.charCodeAt(1)) >>> 0
}

/** Whether both ask for a facility, and not one character of it is the same. */
export function facilitiesDiffer(a: number, b: number): boolean {
  if (a === 0 || b === 0) return false
  const [a1, a2, b1, b2] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff]
  return a1 !== b1 && a1 !== b2 && a2 !== b1 && a2 !== b2
}

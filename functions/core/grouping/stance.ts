import type { ChangeType } from '../opinion.ts'
import { matchesOf } from '../text/matches-of.ts'

/** Words that ask for one thing, and words that ask for its opposite. */
const axes: readonly (readonly [string, string])[] = [
  // for what the draft says, or against it
  [
    '支持|赞成|赞同|拥护|同意|保留|坚决执行|很有必要|写得好|定得好',
    '反对|抵制|删除|删去|删掉|取消|去掉|废除|废止|多此一举',
  ],
  ['允许|准许|放开|开放|准予', '禁止|严禁|禁绝|不得|不准|不许|一律不让'],
  ['提高|加大|加重|增加|上调|调高|多罚|从重', '降低|减轻|减少|下调|调低|少罚|从轻|减免'],
  ['延长|推迟|延后|延迟', '缩短|提前|提早'],
  ['扩大|放大', '缩小|收窄'],
  ['从严|严格|严管|收紧|更严|加强管', '放宽|宽松|从宽|放松|灵活掌握'],
]

/** Turns what follows within a few characters into its opposite. */
const negations =
  /(?:不|别|勿|莫|无需|无须|没有?必要|没必要|反对|取消|删除|删去|删掉|去掉|废除|防止|避免)[^，。；！？、,.;!?\n]{0,3}?(?:一刀切|一律|全面|完全|简单|再)*[地的]?$/

/** Word → axis, and 1 for its first side or -1 for the second. */
const sides = new Map<string, { axis: number; asks: number }>(
  axes.flatMap(([yes, no], axis) => [
    ...yes.split('|').map((word) => [word, { axis, asks: 1 }] as [string, { axis: number; asks: number }]),
    ...no.split('|').map((word) => [word, { axis, asks: -1 }] as [string, { axis: number; asks: number }]),
  ]),
)
const words = new RegExp([...sides.keys()].join('|'), 'g')

/** Words the person points at, not their own. */
const quoted = /[「『“"‘《][^」』”"’》]*[」』”"’》]/g

/** Two bits an axis: 1 asks for the first, 2 for the second, 0 for neither or both. */
export type Stance = number

/**
 * What a text asks for where two opinions in nearly the same words can ask for opposite things: 「允许遛狗」 and
 * 「不允许遛狗」 share nearly all their characters and must not be one group.
 */
export function stanceOf(text: string, changeType: ChangeType): Stance {
  const sums = axes.map(() => 0)
  sums[0] = changeType === 'support' ? 1 : changeType === 'delete' ? -1 : 0
  const own = text.replace(quoted, '')
  for (const match of matchesOf(words, own)) {
    const { axis = 0, asks = 0 } = sides.get(match[0]) ?? {}
    const before = own.slice(Math.max(0, match.index - 9), match.index)
    sums[axis] = (sums[axis] ?? 0) + (negations.test(before) ? -asks : asks)
  }
  return sums.reduce((stance, sum, axis) => stance | ((sum > 0 ? 1 : sum < 0 ? 2 : 0) << (2 * axis)), 0)
}

/** Whether one asks for what the other is against. */
export function stancesClash(a: Stance, b: Stance): boolean {
  const firsts = 0x555
  return ((a & firsts & (b >> 1)) | (b & firsts & (a >> 1))) !== 0
}

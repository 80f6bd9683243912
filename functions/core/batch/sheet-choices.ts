import { changeTypeNames, channelNames, readName } from '../names.ts'
import type { ChangeType, Channel } from '../opinion.ts'

/** What people in villages and streets write for a channel, besides its own name. */
const channelWords: [RegExp, Channel][] = [
  [/座谈|听证|会议|讨论|宣讲/u, 'forum'],
  [/入户|走访|上门|家访|面访/u, 'visit'],
  [/意见箱|信箱|邮筒/u, 'letterbox'],
  [/12345|热线|电话/u, 'hotline'],
  [/代表/u, 'deputy'],
  [/政协|委员/u, 'cppcc'],
  [/建议征集|人民建议/u, 'suggestionOffice'],
  [/问卷|调查/u, 'survey'],
  [/扫码|二维码/u, 'qr'],
  [/网|线上|微信|公众号/u, 'web'],
  [/来信|信件|信函|书面|邮寄/u, 'letter'],
]

/** Reads 来源渠道 as people write it: 「村民座谈会」「入户」「红色邮筒」. `undefined` when it says none or several. */
export function readChannel(text: string): Channel | undefined {
  const exact = readName(channelNames, text)
  if (exact !== undefined) return exact
  const plain = text.normalize('NFKC').replace(/\s+/gu, '')
  const meant = channelWords.filter(([pattern]) => pattern.test(plain))
  return meant.length === 1 ? meant[0]?.[1] : undefined
}

const changeTypeWords: [RegExp, ChangeType][] = [
  [/^(增加|新增|增设|补充|增)$/u, 'add'],
  [/^(修改|改|完善|调整|修改建议|建议)$/u, 'modify'],
  [/^(删除|删去|删|取消)$/u, 'delete'],
  [/^(总体意见|总体|其他|其它|综合|一般)$/u, 'general'],
  [/^(疑问|问题|咨询|询问)$/u, 'question'],
  [/^(支持|赞成|赞同|同意)$/u, 'support'],
]

/** Reads 意见类型; `undefined` when it is none we know. */
export function readChangeType(text: string): ChangeType | undefined {
  const exact = readName(changeTypeNames, text)
  if (exact !== undefined) return exact
  const plain = text.normalize('NFKC').replace(/\s+/gu, '')
  return changeTypeWords.find(([pattern]) => pattern.test(plain))?.[1]
}

/** Reads 人数: `12`, `１２`, `12人`, `12 人次`. `undefined` when it is no whole number of people from 1 to 100,000. */
export function readHeadcount(text: string): number | undefined {
  const digits = /^(\d{1,6})(?:\.0+)?(?:人|名|人次|户)?$/u.exec(
    text.normalize('NFKC').replace(/[\s,]+/gu, ''),
  )?.[1]
  const count = Number(digits)
  return digits !== undefined && count >= 1 && count <= 100_000 ? count : undefined
}

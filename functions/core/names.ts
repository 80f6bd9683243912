import type { DraftStage } from './bill.ts'
import type { Outcome } from './deciding/outcome.ts'
import type { ChangeType, Channel } from './opinion.ts'

/** Chinese names of the closed sets, used by tables, templates and pages alike. */
export const outcomeNames: Record<Outcome, string> = {
  adopted: '采纳',
  partlyAdopted: '部分采纳',
  adoptedInSubstance: '以其他方式体现',
  alreadyCovered: '已有规定',
  referred: '转有关部门研究',
  deferred: '留待以后研究',
  notAdopted: '未采纳',
  outOfScope: '不属本法范围',
}

/** What each 意见类型 is called in Chinese. */
export const changeTypeNames: Record<ChangeType, string> = {
  add: '增加',
  modify: '修改',
  delete: '删除',
  general: '总体意见',
  question: '疑问',
  support: '支持',
}

/** What each 来源渠道 is called in Chinese. */
export const channelNames: Record<Channel, string> = {
  web: '网上',
  qr: '扫码',
  forum: '座谈会',
  visit: '入户走访',
  letterbox: '意见箱',
  letter: '来信',
  hotline: '12345热线',
  deputy: '代表家站',
  cppcc: '委员工作站',
  suggestionOffice: '人民建议征集',
  survey: '问卷',
}

/** What each 稿次 is called in Chinese. */
export const draftStageNames: Record<DraftStage, string> = {
  consultation: '征求意见稿',
  firstReading: '一审稿',
  secondReading: '二次审议稿',
  thirdReading: '三次审议稿',
  votingText: '表决稿',
  enacted: '公布稿',
}

/** Reads a Chinese name back, ignoring spaces; `undefined` when it is none of them. */
export function readName<K extends string>(names: Record<K, string>, text: string): K | undefined {
  const wanted = text.normalize('NFKC').replace(/\s+/gu, '')
  return (Object.keys(names) as K[]).find((key) => names[key].normalize('NFKC') === wanted)
}

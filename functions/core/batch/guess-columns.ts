import { type BatchField, batchFields, type FieldRule, type FieldRules } from './column-mapping.ts'
import { readDateBefore } from './collection-date.ts'
import { channelNames } from '../names.ts'
import { readChangeType, readChannel } from './sheet-choices.ts'
import type { CalendarDate } from '../time.ts'

/** A column of a table nobody has mapped: its title and some of what stands in it. */
export interface SeenColumn {
  title: string
  samples: readonly string[]
}

/** Titles other offices give to what we ask, the likeliest first. */
const titlePatterns: Record<BatchField, readonly RegExp[]> = {
  rowNumber: [
    /(工单|诉求|受理|信件|建议|来信|案件|流水|登记|交办)(编号|单号|号码|号|编码)$/u,
    /^(工单|流水号|编号|编码|单号|ID)/iu,
  ],
  provision: [/条款|条文|第几条/u],
  changeType: [
    /意见类型|建议类型|诉求类型|办理类型|工单类型|信件类型/u,
    /^(?!.*(人|市民|居民|群众|对象)).*(类型|性质)/u,
  ],
  verbatim: [
    /(诉求|来电|反映|信件|来信|建议|意见|问题|工单|留言|主要|具体)(的)?(内容|描述|详情|正文|原文)/u,
    /内容|正文|描述|原话|详情/u,
    /(意见|建议|诉求)$/u,
  ],
  drafted: [/规范表述|法言法语|整理后/u],
  proposedText: [/拟改|修改建议|建议修改为|修改后/u],
  reason: [/理由|原因/u],
  category: [/(人员|来电人|提出人|建议人|反映人|写信人|市民|居民|群众|代表|对象)(类别|类型|身份)|身份|职业/u],
  area: [
    /(所属|所在|发生|事发|涉及)(区域|街道|乡镇|镇街|社区|村居|地区|地)|行政区划|区域|街道|乡镇|镇街|社区|村/u,
  ],
  groupName: [/(提出|建议|反映|来信|代表)(单位|团体|小组|团)$|单位名称|联名/u],
  headcount: [/人数|联名人数/u],
  channel: [/(来源|受理|诉求|来电|信件|收集|反映)(渠道|方式|途径)|渠道|来源/u],
  collectedOn: [/(来电|受理|登记|收集|提交|来信|创建|反映|接访|建议|收到|采集)(时间|日期)/u, /日期|时间/u],
  recorder: [/(记录|登记|受理|采集|填表|接线)(人|员)/u],
  receiptCode: [/回执码/u],
}
/** A heading said before the words themselves. */
const headingTitle = /^(诉求|工单|信件|建议|意见)?(标题|主题|题目)$/u
/** What an office did with it, or who was calling, is not what was said. */
const notOurs =
  /办理(结果|情况|意见|单位|时限)|回复|答复|承办|办结|派单|满意|回访|电话|手机|联系|姓名|身份证|地址|邮箱|截止|状态|附件/u

const rule = (columns: string[], fixed = ''): FieldRule => ({ columns, fixed, values: {} })

/** Guesses what each column is by its title and by what stands in it. Guesses are shown, never applied unseen. */
export function guessColumns(columns: readonly SeenColumn[], today: CalendarDate): FieldRules {
  const fields: FieldRules = {}
  const taken = new Set<string>()
  for (const key of batchFields) {
    const found = bestColumn(
      key,
      columns.filter(({ title }) => !taken.has(title)),
      today,
    )
    if (found === undefined) continue
    taken.add(found.title)
    fields[key] = rule([found.title])
  }
  const wordy = fields.verbatim ?? longestColumn(columns.filter(({ title }) => !taken.has(title)))
  if (wordy !== undefined) fields.verbatim = wordy
  const heading = columns.find(({ title }) => headingTitle.test(title))
  if (
    heading !== undefined &&
    fields.verbatim?.columns.length === 1 &&
    fields.verbatim.columns[0] !== heading.title
  )
    fields.verbatim = rule([heading.title, ...fields.verbatim.columns])
  if (fields.channel === undefined) {
    const channel = channelOf(columns)
    if (channel !== undefined) fields.channel = rule([], channel)
  }
  return fields
}

function bestColumn(
  key: BatchField,
  columns: readonly SeenColumn[],
  today: CalendarDate,
): SeenColumn | undefined {
  for (const pattern of titlePatterns[key]) {
    const named = columns.filter(
      ({ title }) => pattern.test(title) && !notOurs.test(title) && !headingTitle.test(title),
    )
    const found = named.find((column) => holds(key, column, today))
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether what stands in a column can be what its title says. */
function holds(key: BatchField, { samples }: SeenColumn, today: CalendarDate): boolean {
  if (samples.length === 0) return true
  if (key === 'collectedOn') return most(samples, (cell) => readDateBefore(cell, today) !== undefined)
  if (key === 'channel') return most(samples, (cell) => readChannel(cell) !== undefined)
  if (key === 'changeType')
    return most(samples, (cell) => cell.length <= 12 || readChangeType(cell) !== undefined)
  if (key === 'headcount')
    return most(samples, (cell) => /^\d{1,6}\s?人?$/u.test(cell.normalize('NFKC').trim()))
  if (key === 'verbatim') return most(samples, (cell) => cell.length >= 4 && /\p{L}/u.test(cell))
  if (key === 'rowNumber') return new Set(samples).size === samples.length
  if (key === 'category' || key === 'area') return most(samples, (cell) => cell.length <= 40)
  return true
}

function most(samples: readonly string[], test: (cell: string) => boolean): boolean {
  return samples.filter(test).length * 2 > samples.length
}

/** Words people said are the longest texts of a table. */
function longestColumn(columns: readonly SeenColumn[]): FieldRule | undefined {
  const average = ({ samples }: SeenColumn) =>
    samples.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, samples.length)
  const [longest] = columns
    .filter(({ title }) => !notOurs.test(title))
    .sort((a, b) => average(b) - average(a))
  return longest !== undefined && average(longest) >= 12 ? rule([longest.title]) : undefined
}

/** Exports of one channel rarely name it; their titles do. */
function channelOf(columns: readonly SeenColumn[]): string | undefined {
  const titles = columns.map(({ title }) => title).join(' ')
  if (/工单|来电|12345|热线/u.test(titles)) return channelNames.hotline
  if (/建议人|人民建议|建议编号/u.test(titles)) return channelNames.suggestionOffice
  if (/代表(姓名|团|小组)|选区/u.test(titles)) return channelNames.deputy
  if (/委员/u.test(titles)) return channelNames.cppcc
  return /来信|信件|写信人/u.test(titles) ? channelNames.letter : undefined
}

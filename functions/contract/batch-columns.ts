import type { BatchField } from '#core/batch/column-mapping.ts'

/**
 * Columns of the upload template for contact points, in order. Titles are matched after NFKC and without
 * spaces, asterisks or what stands in brackets; `aliases` are what other offices call the same thing. Unknown columns are
 * ignored and named in the answer, never an error.
 */
export const batchColumns = [
  { key: 'rowNumber', title: '序号', width: 7, required: false, aliases: ['编号', '行号'] },
  { key: 'provision', title: '条款', width: 18, required: false, aliases: ['条款号', '条文', '涉及条款'] },
  { key: 'changeType', title: '意见类型', width: 12, required: false, aliases: ['类型'] },
  {
    key: 'verbatim',
    title: '原话',
    width: 48,
    required: true,
    aliases: ['意见', '意见内容', '意见建议', '内容'],
  },
  { key: 'drafted', title: '规范表述', width: 36, required: false, aliases: ['法言法语', '整理后意见'] },
  { key: 'proposedText', title: '拟改文字', width: 36, required: false, aliases: ['修改建议', '建议修改为'] },
  { key: 'reason', title: '理由', width: 28, required: false, aliases: ['修改理由', '原因'] },
  { key: 'category', title: '提出人类别', width: 14, required: false, aliases: ['类别', '身份'] },
  { key: 'area', title: '所在区域', width: 14, required: false, aliases: ['区域', '街道', '村居', '乡镇'] },
  { key: 'groupName', title: '群体名称', width: 16, required: false, aliases: ['单位', '提出单位'] },
  { key: 'headcount', title: '人数', width: 8, required: false, aliases: ['提出人数'] },
  { key: 'channel', title: '来源渠道', width: 12, required: true, aliases: ['渠道', '来源'] },
  { key: 'collectedOn', title: '收集日期', width: 13, required: true, aliases: ['日期', '采集日期'] },
  { key: 'recorder', title: '记录人', width: 10, required: false, aliases: ['采集员', '填表人'] },
  { key: 'receiptCode', title: '回执码', width: 32, required: false, aliases: ['纸质回执码'] },
] as const satisfies readonly { key: BatchField; [more: string]: unknown }[]
export type BatchColumn = BatchField

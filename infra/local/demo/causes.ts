import type { DemoCause } from './demo-type.ts'

const between = { fromDraftId: 'yunxi-quiet-nights-d1', toDraftId: 'yunxi-quiet-nights-d2' }

/** Why each article of the answered bill changed (R6). `opinions` means every adopted opinion whose words it holds. */
export const demoCauses: DemoCause[] = [
  { citation: '第五条', kind: 'opinions', sentence: '居民要求保证午休，写成提倡，给装修和特殊情况留余地。' },
  {
    citation: '第六条',
    kind: 'opinions',
    sentence: '午休时段停止装修的意见最集中；假日装修改为限时并先公示。',
  },
  {
    citation: '第八条',
    kind: 'opinions',
    sentence: '舞队和居民各让一步：时间放宽到二十一时，离住宅近的用定向音响。',
  },
  { citation: '第十条', kind: 'opinions', sentence: '“采取措施”太空，按居民的建议写明是哪些措施。' },
  { citation: '第十二条', kind: 'opinions', sentence: '共用设备久拖不治，按意见规定了治理期限和资金渠道。' },
  {
    citation: '第十四条',
    kind: 'opinions',
    sentence: '投诉被推来推去，改为首接负责，并把答复期限缩短到五个工作日。',
  },
  { citation: '第十五条', kind: 'opinions', sentence: '增加免费调解和现场测量，让纠纷先在社区解决。' },
  { citation: '第十六条', kind: 'opinions', sentence: '居民提议用公约约定午休、练琴等小事，新增一条。' },
  { citation: '第十九条', kind: 'opinions', sentence: '先警告、再处罚，罚款幅度与过错相当。' },
  { citation: '第二十一条', kind: 'technical', sentence: '审议进度调整，施行日期顺延一个月。' },
].map((cause) => ({ ...between, ...cause }) as DemoCause)

import { editWorkbook } from '../support/edit-workbook.ts'

const complaints = [
  '没有靠背，老人坐不住',
  '夏天晒得发烫',
  '坏了两个月没人修',
  '晚上有人躺着睡觉',
  '只有一条街有',
  '下雨天积水',
]
const provisions = ['第三条', '第四条', '第五条', '第三条', '全文', '第4条']

/** The words of the n-th row, each different. */
export const rowWords = (n: number) => `河西村第${n}户说：${complaints[n % complaints.length]}。`

/** Fills the downloaded template as a liaison does after a round of visits: `count` rows, every column people use. */
export async function filledTemplate(
  template: Uint8Array,
  count: number,
  collectedOn: string,
  change: Readonly<Record<number, Record<string, string>>> = {},
): Promise<Buffer> {
  const rows = Array.from({ length: count }, (_, at) => {
    const n = at + 1
    const cells: Record<string, string> = {
      条款: provisions[n % provisions.length] ?? '',
      意见类型: n % 5 === 0 ? '增加' : '修改',
      原话: rowWords(n),
      来源渠道: n % 3 === 0 ? '座谈会' : '入户走访',
      收集日期: collectedOn,
      记录人: '陈小满',
      提出人类别: '居民',
      所在区域: '河西村',
      ...(n % 40 === 0 ? { 群体名称: '河西村村民', 人数: '12' } : {}),
      ...change[n],
    }
    return [n + 1, cells] as const
  })
  return editWorkbook(template, new Map(rows))
}

import type { OpinionTableRow } from '#contract/opinion-table-columns.ts'
import type { TableFormat } from '#core/deciding/export-job.ts'
import { opinionTableWriters } from '../../functions/documents/opinion-table-writers.ts'

/*
 * Child of the bench `table`: writes a million rows in one format to nowhere and prints CPU seconds, the largest
 * resident memory and the bytes, so that neither the other formats nor the bench itself weigh in.
 */

const format = process.argv[2] as TableFormat
const count = Number(process.argv[3])

const words =
  '第二十四条 在滨水公共空间内垂钓的，应当遵守管理单位划定的区域和时段。具体区域和时段由区人民政府会同市水务部门确定，并向社会公布。违反前款规定的，由城市管理行政执法部门责令改正。'
const sayings = [
  '我家住河边三十年了，早晚都去走一走。一刀切不让钓鱼，老人家想不通，能不能划一段出来。',
  '遛狗不牵绳的太多，孩子都不敢去。建议写清楚哪些时间可以遛、必须牵绳，没人管的话写了也没用。',
  '同意。',
  '建议把“应当”改成“可以”，小店门口的几张凳子，街坊坐着聊天，没有必要都收走；要收也要先说一声，给个期限。',
]

/** Rows as a hot bill has them: short sayings, a few long ones, every fourth with proposed words. */
async function* rows(): AsyncGenerator<OpinionTableRow> {
  for (let at = 0; at < count; at += 1) {
    const decided = at % 3 > 0
    yield {
      seq: String(at + 1),
      provision: `第${(at % 40) + 1}条第一款（征求意见稿）`,
      provisionText: words,
      changeType: '修改',
      proposedText: at % 4 === 0 ? '在划定的区域内可以垂钓，具体区域和时段由主管部门公布。' : '',
      opinionReason: at % 2 === 0 ? '附近没有别的去处，河边有地方可以划。' : '',
      verbatim: `${sayings[at % sayings.length]}${at % 50 === 0 ? words.repeat(6) : ''}（${at}）`,
      proponent: '居民·西街街道/1人',
      contactPoint: at % 2 === 0 ? '西街街道基层立法联系点' : '',
      channel: '网上',
      collectedOn: '2026-10-12',
      sameCount: String((at % 7) + 1),
      proposal: '',
      outcome: decided ? '部分采纳' : '',
      resultingProvision: decided ? '第二十五条第二款' : '',
      resultingQuote: decided ? '划定垂钓区域和时段' : '',
      reason: decided ? '已在修改稿中规定由区人民政府划定区域和时段，兼顾安全与居民的习惯。' : '',
      responsible: '王明',
      note: '',
      opinionId: `${at}`.padStart(22, 'A'),
      rev: decided ? '1' : '0',
      check: decided ? 'zq3kaaaabbbbccccddddeeeeffff' : '',
    }
  }
}

const meta = {
  consultationId: 'c-bench',
  title: '云溪市滨水公共空间条例',
  subtitle: '征求意见稿',
  provisionChoices: Array.from({ length: 40 }, (_, at) => `第${at + 1}条`),
}
let bytes = 0
for await (const chunk of opinionTableWriters[format](rows(), meta)) bytes += chunk.byteLength
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
console.log(
  JSON.stringify({
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    maxRssMb: maxRSS / 1024,
    mb: bytes / 1e6,
  }),
)

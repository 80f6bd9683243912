import { GroupProposer, type GroupedText } from '#core/grouping/propose-groups.ts'
import { readLabelledOpinions } from '../support/labelled-opinions.ts'
import { crowdOf } from './support-million-opinions.ts'

/* Run by `grouping.ts` as a process of its own; answers one line of JSON. */

const count = Number(process.argv[2] ?? 1_000_000)
const portion = 5000

const { draft, opinions } = readLabelledOpinions()
const clauses = [...new Set(opinions.flatMap(({ words }) => words.split(/[，。？；]/)))].filter(
  (clause) => clause.length >= 5,
)
const crowd = crowdOf(count, clauses, 60, 1)

let cpuUs = 0
function timed(work: () => void): void {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  cpuUs += user + system
}

let proposer = new GroupProposer([])
timed(() => {
  proposer = new GroupProposer(draft)
})
for (let texts: GroupedText[] = []; ;) {
  const next = crowd.next()
  if (!next.done) texts.push(next.value)
  if (texts.length === portion || next.done) {
    timed(() => texts.forEach((text) => proposer.add(text)))
    texts = []
  }
  if (next.done) break
}
console.log(
  JSON.stringify({
    cpuSeconds: cpuUs / 1e6,
    maxRssMb: process.resourceUsage().maxRSS / 1024,
    groups: proposer.leaders.count,
  }),
)

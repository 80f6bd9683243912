import { channelNames } from '../names.ts'
import { type Channel, channels } from '../opinion.ts'
import type { Reconciliation } from '../deciding/reconciliation.ts'
import type { Tallies } from '../log/tallies.ts'
import { closingDate } from '../collecting/task-rules.ts'
import { calendarDate, type CalendarDate, type Instant } from '../time.ts'

/**
 * The opening paragraph of a bulletin as the system would write it: the window, the channels, people and opinions
 * by channel, contact points. The adoption count never stands without what it is counted from (R3). While some have
 * no outcome yet it says how many: a draft of the bulletin must not claim an answer nobody has given.
 */
export function bulletinHead(
  about: { billTitle: string; opensAt: Instant; closesAt: Instant; utcOffsetMinutes: number },
  tallies: Tallies,
  { received: listed, undecided, byOutcome }: Reconciliation,
): string {
  const first = dateWords(calendarDate(about.opensAt, about.utcOffsetMinutes))
  const last = dateWords(closingDate(about.closesAt, about.utcOffsetMinutes))
  const opening = `${first}至${last}，《${about.billTitle}》公开征求意见。`
  const { received } = tallies
  if (received === 0) return `${opening}征求意见期间没有收到意见。感谢您的关注。`
  const points = Object.values(tallies.byContactPoint).filter((count) => count > 0).length
  const through = points > 0 ? `其中 ${points} 个基层立法联系点参与收集。` : ''
  const late = tallies.late > 0 ? `有 ${tallies.late} 条在截止前收集、截止后送达，一并研究。` : ''
  const said = `${opening}共有 ${tallies.people} 人次提出意见 ${received} 条：${channelWords(tallies)}。${through}${late}`
  const left = Math.max(0, received - (listed - undecided))
  if (left > 0) return `${said}还有 ${left} 条正在研究。感谢每一位提出意见的人。`
  const taken = byOutcome.adopted + byOutcome.partlyAdopted + byOutcome.adoptedInSubstance
  return (
    said +
    `收到的 ${received} 条意见逐条作了研究，采纳、部分采纳或以其他方式体现 ${taken} 条，其余各条也都说明了理由。感谢每一位提出意见的人。`
  )
}

/** 「座谈会 120 条、网上 86 条」, most first. */
function channelWords({ byChannel }: Tallies): string {
  const count = (channel: Channel) => byChannel[channel] ?? 0
  return channels
    .filter((channel) => count(channel) > 0)
    .sort((a, b) => count(b) - count(a))
    .map((channel) => `${channelNames[channel]} ${count(channel)} 条`)
    .join('、')
}

function dateWords(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

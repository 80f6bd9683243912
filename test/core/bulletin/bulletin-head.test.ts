import { expect, test } from 'vitest'
import { bulletinHead } from '#core/bulletin/bulletin-head.ts'
import { reconcile } from '#core/deciding/reconciliation.ts'
import { noTallies } from '#core/log/tallies.ts'
import type { Instant } from '#core/time.ts'

const about = {
  billTitle: '云溪市河岸使用条例',
  opensAt: '2026-10-31T16:00:00.000Z' as Instant,
  closesAt: '2026-12-03T16:00:00.000Z' as Instant,
  utcOffsetMinutes: 480,
}

test('the head says the window, the channels, people and opinions, and never a count without what it counts from', () => {
  const tallies = {
    ...noTallies,
    received: 5,
    people: 16,
    late: 1,
    byChannel: { web: 1, forum: 3, visit: 1 },
    byContactPoint: { a: 3, b: 1 },
  }
  const counted = reconcile(['adopted', 'adoptedInSubstance', 'notAdopted', 'referred', 'partlyAdopted'])
  expect(bulletinHead(about, tallies, counted)).toBe(
    '2026年11月1日至2026年12月3日，《云溪市河岸使用条例》公开征求意见。共有 16 人次提出意见 5 条：座谈会 3 条、网上 1 条、入户走访 1 条。' +
      '其中 2 个基层立法联系点参与收集。有 1 条在截止前收集、截止后送达，一并研究。收到的 5 条意见逐条作了研究，' +
      '采纳、部分采纳或以其他方式体现 3 条，其余各条也都说明了理由。感谢每一位提出意见的人。',
  )
})

test('the head of a consultation nobody answered says so', () => {
  expect(bulletinHead(about, noTallies, reconcile([]))).toContain('没有收到意见')
})

test('while opinions have no outcome the head counts all that came and claims no answer, listed or not', () => {
  const tallies = { ...noTallies, received: 3, people: 3, byChannel: { web: 3 } }
  for (const counted of [reconcile([]), reconcile([undefined, undefined, 'adopted'])]) {
    const left = 3 - (counted.received - counted.undecided)
    const head = bulletinHead(about, tallies, counted)
    expect(head).toContain(`提出意见 3 条：网上 3 条。还有 ${left} 条正在研究。`)
    expect(head).not.toContain('说明了理由')
  }
})

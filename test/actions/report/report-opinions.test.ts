import { expect, test } from 'vitest'
import { limits } from '#contract/limits.ts'
import type { ContactPointId, OpinionId } from '#core/ids.ts'
import { LogFacts } from '#core/log/log-facts.ts'
import { logEntryOf, logTextOf } from '#core/log/log-entry.ts'
import type { Report } from '#core/report/report.ts'
import { reportPlaces } from '../../../functions/actions/report/report-opinions.ts'
import { buildOpinion, opinionIdFor } from '../../support/build-opinion.ts'

const contactPointId = 'cp-east' as ContactPointId
const own = limits.maxReportOpinions + 10

/** Ten strangers' opinions, then those of the contact point; the last corrects the first of them. */
const facts = new LogFacts(480)
for (let n = 0; n < own + 10; n += 1) {
  const about = n < 10 ? {} : { contactPointId }
  const corrects = n === own + 9 ? { supersedes: opinionIdFor('10') } : {}
  const record = buildOpinion(String(n), { ...about, ...corrects })
  facts.add({ n, entry: logEntryOf(record), text: logTextOf(record, n) })
}
const idAt = (place: number) => facts.ids.at(place)
const report = (number: number, status: Report['status'], places: readonly number[]) =>
  ({ number, status, articles: [{ opinions: places.map(idAt) }] }) as unknown as Report
const placesOf = (stored: Report[], more: { isOwn?: boolean; only?: number } = {}) =>
  reportPlaces(facts, { contactPointId, stored, visible: stored, isOwn: true, ...more })
const from = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at)

test('of more opinions than a desk holds the first are listed, and the rest are counted', () => {
  const { current, listed, unreported, unlisted } = placesOf([])
  // the first was corrected by the last
  expect(current).toEqual(from(11, own - 1))
  expect(listed).toEqual(from(11, limits.maxReportOpinions))
  expect([unreported.length, unlisted]).toEqual([limits.maxReportOpinions, 9])
})

test('the newest report comes first, as chosen and in the newest wording, older ones after what waits', () => {
  const stored = [report(1, 'received', from(11, 300)), report(2, 'draft', [10, 400])]
  const { listed, unreported, unlisted, earlier } = placesOf(stored)
  expect(earlier).toEqual(new Map([[idAt(own + 9), [idAt(10)]]]))
  expect(listed.slice(0, 2)).toEqual([10, 11])
  expect(listed).toHaveLength(limits.maxReportOpinions)
  expect(listed).toContain(own + 9)
  expect(unlisted).toBe(0)
  expect(unreported).toHaveLength(own - 1 - 300)
  expect(unreported).toContain(idAt(own + 9) as OpinionId)
})

test('a reader elsewhere sees what reports name, of this contact point only; a file has all of its report', () => {
  const all = from(0, own)
  const stored = [report(1, 'received', all), report(2, 'submitted', [20])]
  expect(placesOf(stored, { isOwn: false }).listed).toHaveLength(limits.maxReportOpinions)
  expect(placesOf(stored, { only: 1 }).listed).toEqual(all.slice(10))
  expect(placesOf(stored, { only: 2 }).listed).toEqual([20])
  expect(placesOf([], { isOwn: false }).listed).toEqual([])
})

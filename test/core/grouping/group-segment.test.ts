import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GroupedLog } from '#core/grouping/grouped-log.ts'
import { readFounders, readGroupSegment, writeGroupSegment } from '#core/grouping/group-segment.ts'
import { logEntryOf, logTextOf, type LoggedOpinion } from '#core/log/log-entry.ts'
import { buildOpinion, opinionIdFor } from '../../support/build-opinion.ts'
import { exampleProvisions } from '../../support/example-law.ts'
import { readLabelledOpinions } from '../../support/labelled-opinions.ts'
import type { DraftId } from '#core/ids.ts'

const asked = { id: 'd-1' as DraftId, provisions: exampleProvisions(30) }
const entries: LoggedOpinion[] = readLabelledOpinions().opinions.map(({ article, words, changeType }, n) => {
  const changes = n % 9 === 8 ? { supersedes: opinionIdFor(`o-${n - 4}`) } : {}
  const record = buildOpinion(`o-${n}`, changes, {
    provisionId: article,
    verbatim: words,
    changeType,
    proponent: { kind: 'group', headcount: 1 + (n % 5) },
  })
  return { n, entry: logEntryOf(record), text: logTextOf(record, n) }
})
const whole = new GroupedLog(asked)
entries.forEach((entry) => whole.add(entry))

function seen(log: GroupedLog) {
  return Array.from({ length: log.size }, (_, place) => [
    log.ids.at(place),
    log.proposer.founderOf(place),
    log.peopleOf(place),
  ])
}

describe('a grouped log kept as segments', () => {
  it('read in portions, stored and resumed anywhere, is what the whole log gives', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1 }), (portions) => {
        let log = new GroupedLog(asked)
        const segments: Uint8Array[] = []
        for (const portion of [...portions, entries.length]) {
          const from = log.size
          for (const entry of entries.slice(from, from + portion)) log.add(entry)
          if (log.size === from) break
          segments.push(writeGroupSegment(log, from, log.size))
          log = new GroupedLog(asked)
          for (const segment of segments) readGroupSegment(log, segment)
        }
        expect(seen(log)).toEqual(seen(whole))
        for (const segment of segments) {
          const { from, founders } = readFounders(segment)
          expect([...founders]).toEqual(Array.from(founders, (_, at) => whole.proposer.founderOf(from + at)))
        }
        expect(log.superseded()).toEqual(whole.superseded())
        expect(writeGroupSegment(log, 0, log.size)).toEqual(writeGroupSegment(whole, 0, whole.size))
      }),
      { numRuns: 25 },
    )
  })

  it('counts the latest: what was corrected is marked, wherever the correction stands', () => {
    const places = entries.filter(({ n }) => n % 9 === 8).map(({ n }) => n - 4)
    expect([...whole.superseded()].flatMap((mark, place) => (mark === 1 ? [place] : []))).toEqual(places)
  })

  it('refuses a segment that does not follow', () => {
    expect(() => readGroupSegment(new GroupedLog(asked), writeGroupSegment(whole, 5, 9))).toThrow(RangeError)
  })
})

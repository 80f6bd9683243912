import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainItem } from '../../functions/store/attribute-values.ts'
import { inboxItem, recordOfItem } from '../../functions/store/inbox-item.ts'
import { readRecords } from '../../functions/store/inbox-scan.ts'
import { buildOpinion } from '../support/build-opinion.ts'
import { streamImage } from '../support/stream-image.ts'

const text = fc.string({ unit: 'binary', maxLength: 60 })
const maybe = fc.option(text, { nil: undefined })

describe('an opinion as one item', () => {
  it('comes back as exactly what was put in, whatever was said', () => {
    fc.assert(
      fc.property(text, maybe, maybe, maybe, maybe, (verbatim, drafted, proposedText, reason, quote) => {
        const record = buildOpinion('x', {}, { verbatim, drafted, proposedText, reason, quote })
        expect(recordOfItem(inboxItem(record))).toEqual(JSON.parse(JSON.stringify(record)))
      }),
    )
  })

  it('comes back from the stream’s own format and from a failed condition', () => {
    const record = buildOpinion(
      'y',
      { batchId: 'b-1', rowKey: '7', flags: ['late'] },
      { verbatim: '𠮷㐱〇 a' },
    )
    expect(recordOfItem(plainItem(streamImage(inboxItem(record))))).toEqual(record)
  })

  it('of 280 Han characters weighs less than the kilobyte one write is billed for', () => {
    const long = {
      consultationId: 'c-yunxi-waterfront-2026-11',
      draftId: 'd-yunxi-waterfront-first-draft',
      provisionId: 'art-24.p2.i3',
      verbatim: '江边的步道和绿地怎么用才好'.repeat(30).slice(0, 280),
      proponent: { kind: 'person', category: '企业和个体工商户', area: '云溪市河西区青衣街道', headcount: 1 },
    }
    const { id, b } = inboxItem(buildOpinion('z', {}, long)) as { id: string; b: Uint8Array }
    expect('id'.length + id.length + 'b'.length + b.length).toBeLessThanOrEqual(1024)
  })

  it('of a shape we did not write is not taken for an opinion', () => {
    const record = buildOpinion('w')
    const { id, b } = inboxItem(record) as { id: string; b: Uint8Array }
    const strange = [{ id }, { id, b: Uint8Array.of(9) }, { id, b: b.subarray(0, 90) }, { ...record }]
    for (const item of strange) expect(() => recordOfItem(item)).toThrow()
    expect(readRecords([...strange, { id, b }])).toEqual({ records: [record], unreadable: strange.length })
  })
})

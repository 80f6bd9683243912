import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#core/log/commitment.ts'
import { bundleEntries, entryBytes, readEntry, splitBundle } from '#core/log/entry-bundle.ts'
import { logEntryOf } from '#core/log/log-entry.ts'
import { buildOpinion, opinionIdFor } from '../../support/build-opinion.ts'

const entries = [
  logEntryOf(buildOpinion('plain')),
  logEntryOf(
    buildOpinion(
      'full',
      { contactPointId: 'qingcun', supersedes: opinionIdFor('plain'), flags: ['late'] },
      { provisionId: null },
    ),
  ),
]

describe('entry bundles', () => {
  it('spell an entry the one canonical way', () => {
    for (const entry of entries) expect(Buffer.from(entryBytes(entry)).toString()).toBe(canonicalJson(entry))
  })

  it('put each entry behind its length in two bytes, and read back', () => {
    const raw = entries.map(entryBytes)
    const bundle = bundleEntries(raw)
    expect(Buffer.from(bundle).readUInt16BE(0)).toBe(raw[0]?.length)
    expect(splitBundle(bundle).map(readEntry)).toEqual(entries)
  })

  it('say so when they are cut short instead of losing an entry', () => {
    const bundle = bundleEntries(entries.map(entryBytes))
    expect(() => splitBundle(bundle.subarray(0, -1))).toThrow(RangeError)
    expect(() => splitBundle(Uint8Array.of(0, 0))).toThrow(RangeError)
    expect(() => bundleEntries([new Uint8Array(0x10000)])).toThrow(RangeError)
  })
})

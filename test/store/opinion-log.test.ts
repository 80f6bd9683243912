import { describe, expect, it } from 'vitest'
import { leafHash } from '#core/log/merkle.ts'
import { verifyInclusion } from '#core/log/merkle-proof.ts'
import { entryBytes } from '#core/log/entry-bundle.ts'
import type { Instant } from '#core/time.ts'
import { sequenceOpinions } from '../../functions/actions/log/sequence-opinions.ts'
import { buildOpinion, opinionIdFor, testConsultation as c } from '../support/build-opinion.ts'
import { collect } from '../support/collect.ts'
import { makeTestDeps } from '../support/test-portal.ts'

const now = '2026-11-20T08:00:00.000Z' as Instant
const bytes = (base64: string) => Buffer.from(base64, 'base64')

describe('the log on the real engines', () => {
  it('is empty, with the root of nothing, before anybody has said anything', async () => {
    const { opinionLog } = await makeTestDeps({ now })
    const head = await opinionLog.head(c)
    expect(head).toMatchObject({ size: 0, root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', rev: 0 })
    expect(await collect(opinionLog.read(c))).toEqual([])
    expect(await opinionLog.positionOf(c, opinionIdFor('nobody'))).toBeUndefined()
    await expect(opinionLog.inclusionProof(c, 0)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('takes what the inbox holds, in order, and proves every entry', async () => {
    const deps = await makeTestDeps({ now })
    const records = Array.from({ length: 300 }, (_, i) =>
      buildOpinion(`r${i}`, { receivedAt: new Date(Date.parse(now) + i).toISOString() }),
    )
    await Promise.all(records.map((record) => deps.inbox.append(record)))
    await deps.sequence()
    await deps.sequence()
    const head = await deps.opinionLog.head(c)
    expect(head.size).toBe(300)
    expect(head.tallies).toMatchObject({ entries: 300, received: 300, byDay: { '2026-11-20': 300 } })
    const logged = await collect(deps.opinionLog.read(c))
    expect(logged.map(({ text }) => text.id)).toEqual(records.map(({ id }) => id))
    expect(logged[299]?.text.content).toEqual(records[299]?.content)
    expect((await collect(deps.opinionLog.read(c, 255, 258))).map(({ n }) => n)).toEqual([255, 256, 257])
    for (const n of [0, 1, 255, 256, 299]) {
      expect(await deps.opinionLog.positionOf(c, opinionIdFor(`r${n}`))).toBe(n)
      const proof = await deps.opinionLog.inclusionProof(c, n)
      const entry = logged[n]?.entry
      if (entry === undefined) throw new Error('no entry')
      const hashes = proof.hashes.map(bytes)
      const { index, size } = proof
      expect(verifyInclusion({ index, size, hashes }, leafHash(entryBytes(entry)), bytes(proof.root))).toBe(
        true,
      )
    }
  })

  it('logs each opinion once though two sequencers run at once and deliver everything twice', async () => {
    const deps = await makeTestDeps({ now })
    const records = Array.from({ length: 120 }, (_, i) => buildOpinion(`two-${i}`))
    const slices = [0, 20, 40, 60, 80].map((from) => records.slice(from, from + 60))
    const reports = await Promise.all(
      [...slices, ...slices.toReversed()].map((slice) => sequenceOpinions(deps, slice)),
    )
    expect(reports.flatMap(({ failures }) => failures)).toEqual([])
    const logged = await collect(deps.opinionLog.read(c))
    expect(logged.map(({ text }) => text.id).sort()).toEqual(records.map(({ id }) => id).sort())
    expect((await deps.opinionLog.head(c)).tallies.received).toBe(120)
  })

  it('keeps the logs of several consultations of one batch apart', async () => {
    const deps = await makeTestDeps({ now })
    const own = buildOpinion('own')
    const other = buildOpinion('other', {}, { consultationId: 'c-parks' })
    expect(await sequenceOpinions(deps, [own, other, own])).toMatchObject({ logged: 2, repeated: 1 })
    expect((await deps.opinionLog.head(other.content.consultationId)).size).toBe(1)
    expect((await deps.opinionLog.head(c)).size).toBe(1)
  })
})

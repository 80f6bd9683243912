import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCheckpoint } from '#core/log/checkpoint.ts'
import { entryBytes } from '#core/log/entry-bundle.ts'
import { leafHash } from '#core/log/merkle.ts'
import { verifyConsistency, verifyInclusion } from '#core/log/merkle-proof.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import { sequenceOpinions } from '../../../functions/actions/log/sequence-opinions.ts'
import { makeLogFiles } from '../../../functions/store/log-files.ts'
import { proveConsistency } from '../../../functions/store/log-proofs.ts'
import { makeOpinionLog } from '../../../functions/store/opinion-log.ts'
import { buildOpinion, opinionIdFor, testConsultation as c } from '../../support/build-opinion.ts'
import { collect } from '../../support/collect.ts'
import { emptyWorld, openProcess, type Death, type StoredWorld } from '../../support/memory-log-store.ts'
import { recount } from '../../support/recount.ts'
import { testSettings } from '../../support/test-settings.ts'

const fromBase64 = (text: string) => Buffer.from(text, 'base64')

/** 700 opinions of people; every ninth corrects another, half of those one that comes later. */
const opinions: OpinionRecord[] = Array.from({ length: 700 }, (_, i) =>
  buildOpinion(
    `o${i}`,
    {
      channel: ['web', 'forum', 'visit'][i % 3],
      receivedAt: new Date(Date.parse('2026-11-20T12:00:00Z') + i * 60_000).toISOString(),
      supersedes: i % 9 === 4 ? opinionIdFor(`o${i % 2 === 0 ? i + 30 : i - 4}`) : undefined,
    },
    {
      provisionId: i % 11 === 0 ? null : `art-${i % 40}`,
      proponent: { kind: 'group', headcount: 1 + (i % 5) },
    },
  ),
)

/** A small deterministic generator: which process waits how long. */
function pacer(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    const drawn = (state >>> 16) % 144
    // now and then it sleeps long enough for others to overtake it by several commits
    return drawn < 9 ? 500 : drawn % 12
  }
}

/** Runs one sequencer over slices of the inbox until it is done or dead. */
async function runProcess(
  world: StoredWorld,
  slices: readonly [number, number][],
  seed: number,
  death?: Death,
) {
  const logStore = openProcess(world, pacer(seed), death)
  let mark = 0
  const randomness = { bytes: (length: number) => Buffer.alloc(length, `${seed}-${(mark += 1)}`) }
  for (const [from, length] of slices) {
    const { failures } = await sequenceOpinions(
      { logStore, settings: testSettings, randomness },
      opinions.slice(from, from + length),
    )
    if (failures.length > 0 && !logStore.hasDied()) throw failures[0]?.error
    if (logStore.hasDied()) return
  }
}

/** What must hold at any moment, whoever has just died: the committed log can be read whole and is right. */
async function expectSoundLog(world: StoredWorld) {
  const store = openProcess(world, () => 0)
  const log = makeOpinionLog(store)
  const head = await log.head(c)
  const logged = await collect(log.read(c))
  const entries = logged.map(({ entry }) => entry)
  expect(logged.length).toBe(head.size)
  expect(new Set(entries.map(({ id }) => id)).size).toBe(head.size)
  expect(logged.every(({ entry, text }, n) => entry.id === text.id && text.n === n)).toBe(true)
  expect(head.tallies).toEqual(recount(entries))
  const root = fromBase64(head.root)
  for (let n = 0; n < head.size; n += 97) {
    expect(await log.positionOf(c, entries[n]?.id ?? opinionIdFor(''))).toBe(n)
    const { hashes, size } = await log.inclusionProof(c, n)
    const leaf = leafHash(entryBytes(logged[n]?.entry as (typeof entries)[number]))
    expect(verifyInclusion({ index: n, size, hashes: hashes.map(fromBase64) }, leaf, root)).toBe(true)
  }
  return logged
}

/** Every tree ever committed or shown begins the final one. */
async function expectOneHistory(world: StoredWorld) {
  const store = openProcess(world, () => 0)
  const files = makeLogFiles(store)
  const state = await store.find(c)
  if (state === undefined) throw new Error('no log')
  const trees: { size: number; root: Uint8Array }[] = world.commits.map(({ size, root }) => ({
    size,
    root: fromBase64(root),
  }))
  for (const note of world.checkpoints) {
    const tree = parseCheckpoint(note)
    if (tree === undefined) throw new Error('a checkpoint cannot be read')
    trees.push(tree)
  }
  const final = { size: state.size, root: fromBase64(state.root) }
  for (const tree of trees) {
    const hashes = (await proveConsistency(files, c, state, tree.size)).map(fromBase64)
    expect(verifyConsistency(tree, final, hashes)).toBe(true)
  }
}

const slice = fc.tuple(fc.nat(opinions.length - 1), fc.integer({ min: 1, max: 330 }))
const death = fc.record({ atWrite: fc.integer({ min: 1, max: 40 }), isWritten: fc.boolean() })
const process = fc.record({
  slices: fc.array(slice, { minLength: 1, maxLength: 4 }),
  death: fc.option(death, { nil: undefined, freq: 4 }),
  seed: fc.nat(1_000_000),
})

describe('the sequencer', () => {
  it('loses nothing and doubles nothing, whoever dies at whichever write, alone or two at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(process, { minLength: 1, maxLength: 2 }), { maxLength: 5 }),
        async (steps) => {
          const world = emptyWorld()
          for (const atOnce of steps) {
            await Promise.all(atOnce.map((run) => runProcess(world, run.slices, run.seed, run.death)))
            await expectSoundLog(world)
          }
          await runProcess(world, [[0, opinions.length]], 1)
          const logged = await expectSoundLog(world)
          expect(logged.map(({ text }) => text.id).sort()).toEqual(opinions.map(({ id }) => id).sort())
          const shown = Buffer.from(world.objects.get(`log/${c}/checkpoint`) ?? []).toString()
          expect(shown).toBe(world.heads.get(c)?.checkpoint)
          await expectOneHistory(world)
        },
      ),
      { numRuns: 80 },
    )
  })

  it('recovers from a death at each single write of a commit', async () => {
    for (let atWrite = 1; atWrite <= 14; atWrite += 1)
      for (const isWritten of [true, false]) {
        const world = emptyWorld()
        await runProcess(world, [[0, 250]], 3)
        await runProcess(world, [[200, 330]], 5, { atWrite, isWritten })
        await expectSoundLog(world)
        await runProcess(world, [[200, 330]], 7)
        expect((await expectSoundLog(world)).length).toBe(530)
        await expectOneHistory(world)
      }
  })

  it('shows the newest tree once all are done, however slow one of them was', async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const world = emptyWorld()
      await Promise.all([
        runProcess(world, [[0, 3]], seed),
        runProcess(world, [[3, 3]], seed + 1000),
        runProcess(world, [[6, 3]], seed + 2000),
      ])
      const shown = Buffer.from(world.objects.get(`log/${c}/checkpoint`) ?? []).toString()
      expect(parseCheckpoint(shown)?.size).toBe(9)
      expect(shown).toBe(world.heads.get(c)?.checkpoint)
    }
  })

  it('can be read whole at every moment while it writes', async () => {
    const world = emptyWorld()
    const writer = { isWriting: true }
    const oneByOne = Array.from({ length: 300 }, (_, i): [number, number] => [i, 1])
    const writing = runProcess(world, oneByOne, 13).finally(() => (writer.isWriting = false))
    const log = makeOpinionLog(openProcess(world, pacer(17)))
    const sizes: number[] = []
    while (writer.isWriting) {
      const logged = await collect(log.read(c))
      logged.forEach(({ n, text }) => expect(text.id).toBe(opinions[n]?.id))
      sizes.push(logged.length)
    }
    await writing
    expect(new Set(sizes).size).toBeGreaterThan(5)
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
  })

  it('clears away what later commits replaced, so that one-by-one arrival does not pile up files', async () => {
    const world = emptyWorld()
    await runProcess(
      world,
      Array.from({ length: 300 }, (_, i) => [i, 1]),
      11,
    )
    const keys = [...world.objects.keys()]
    expect(keys.filter((key) => key.startsWith('stage/')).length).toBeLessThanOrEqual(2)
    expect(keys.filter((key) => key.startsWith('text/')).length).toBeLessThanOrEqual(4)
    expect(keys.filter((key) => key.startsWith('receipts/')).length).toBeLessThanOrEqual(12)
    // partial tiles of the open bundle stay, as C2SP tlog-tiles asks
    expect(keys.filter((key) => key.startsWith(`log/${c}/tile/entries/000.p/`))).toEqual([])
    expect(keys).toContain(`log/${c}/tile/entries/000`)
  })

  it('cuts a batch that is too large for one commit', async () => {
    const world = emptyWorld()
    const many = Array.from({ length: 4100 }, (_, i) => buildOpinion(`m${i}`))
    const logStore = openProcess(world, () => 0)
    const randomness = { bytes: (length: number) => Buffer.alloc(length, 1) }
    const report = await sequenceOpinions({ logStore, settings: testSettings, randomness }, many)
    expect(report).toEqual({ logged: 4100, repeated: 0, failures: [] })
    expect(world.commits.map(({ size }) => size)).toEqual([4096, 4100])
  })

  it('names the consultation whose log it could not write, and writes the others', async () => {
    const world = emptyWorld()
    const logStore = openProcess(world, () => 0)
    const broken: typeof logStore = {
      ...logStore,
      commit: (own, state, rev) =>
        own === c ? Promise.reject(new Error('refused')) : logStore.commit(own, state, rev),
    }
    const other = buildOpinion('other', {}, { consultationId: 'c-parks' })
    const randomness = { bytes: (length: number) => Buffer.alloc(length, 1) }
    const report = await sequenceOpinions({ logStore: broken, settings: testSettings, randomness }, [
      buildOpinion('own'),
      other,
    ])
    expect(report.failures.map(({ consultationId }) => consultationId)).toEqual([c])
    expect(report.logged).toBe(1)
  })
})

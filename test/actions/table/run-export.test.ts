import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { OfficeExport } from '#contract/export-api.ts'
import type { ExportName } from '#core/deciding/export-job.ts'
import { leaseSeconds, mostAttempts } from '#core/leased-job.ts'
import { instant, type Instant } from '#core/time.ts'
import { listExports, requestExport, restartExport } from '../../../functions/actions/table/request-export.ts'
import { runExport } from '../../../functions/actions/table/run-export.ts'
import { readSpreadsheet } from '../../../functions/documents/spreadsheet-reader.ts'
import type { DeskScene } from '../../support/desk-scene.ts'
import { aMember, legislator, sceneTimes } from '../../support/desk-scene-data.ts'
import { tableRows, tableScene } from '../../support/table-scene.ts'
import { collect } from '../../support/workbook-builder.ts'

const later = (at: Instant, seconds: number) => instant(Date.parse(at) + seconds * 1000)
const wholeXlsx = { format: 'xlsx', edition: 'internal', filter: {} } as const

describe('a long table', () => {
  let scene: DeskScene
  beforeAll(async () => {
    scene = await tableScene(7)
  })
  beforeEach(() => scene.deps.clock.set(sceneTimes.during))

  const ask = (input: Parameters<typeof requestExport>[3] = wholeXlsx) =>
    requestExport(scene.deps, legislator, scene.consultation.id, input, scene.deps.clock.now())
  const list = async () =>
    (await listExports(scene.deps, legislator, scene.consultation.id, scene.deps.clock.now())).exports
  const nameOf = ({ id }: OfficeExport): ExportName => ({ consultationId: scene.consultation.id, id })
  const find = async (job: OfficeExport) => (await list()).find(({ id }) => id === job.id)
  const stored = async (key = '') => {
    const chunks = await scene.deps.exportFiles.read(key)
    if (chunks === undefined) throw new Error('there is no such file')
    return collect(chunks)
  }
  const bytesOf = async (job: OfficeExport, file: number) => {
    const held = await scene.deps.exports.find(scene.consultation.id, job.id)
    return stored(held?.files[file]?.key)
  }

  test('is asked for, written, and waits with its hash and the rows it has', async () => {
    const asked = await ask()
    expect(asked).toMatchObject({ state: 'queued', requestedBy: legislator.name, files: [] })
    expect(scene.deps.exportWorker.asked.at(-1)).toEqual(nameOf(asked))
    await runExport(scene.deps, nameOf(asked))
    const ready = OfficeExport.parse(await find(asked))
    expect(ready).toMatchObject({ state: 'ready', done: 7, of: 7, attempts: 1 })
    expect(ready.files).toMatchObject([{ rows: 7, name: '意见汇总表-云溪市河岸使用条例-2026-11-10.xlsx' }])
    const bytes = await bytesOf(asked, 0)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(ready.files[0]?.sha256)
    expect(bytes.byteLength).toBe(ready.files[0]?.bytes)
    const sheet = await readSpreadsheet(bytes)
    const rows = await tableRows(scene)
    expect(sheet.rows.map(({ cells }) => cells['编号'])).toEqual(rows.map(({ opinionId }) => opinionId))
  })

  test('asked for twice while it is under way is written once', async () => {
    const first = await ask({ ...wholeXlsx, filter: { undecided: '1' } })
    const second = await ask({ ...wholeXlsx, filter: { undecided: '1' } })
    expect(second.id).toBe(first.id)
    await runExport(scene.deps, nameOf(first))
    const bytes = await bytesOf(first, 0)
    await runExport(scene.deps, nameOf(first))
    expect(await bytesOf(first, 0)).toEqual(bytes)
  })

  test('is split at the limit of rows, and the manifest names every part with its hash', async () => {
    const asked = await ask({ ...wholeXlsx, format: 'csv' })
    await runExport(scene.deps, nameOf(asked), { rowsOf: () => 3 })
    const ready = await find(asked)
    expect(ready?.files.map(({ name, rows }) => [name, rows])).toEqual([
      ['意见汇总表-云溪市河岸使用条例-2026-11-10-第1份.csv', 3],
      ['意见汇总表-云溪市河岸使用条例-2026-11-10-第2份.csv', 3],
      ['意见汇总表-云溪市河岸使用条例-2026-11-10-第3份.csv', 1],
    ])
    const held = await scene.deps.exports.find(scene.consultation.id, asked.id)
    const manifest: unknown = JSON.parse((await stored(held?.manifest?.key)).toString())
    const files = ready?.files.map(({ name, rows, bytes, sha256 }) => ({ name, rows, bytes, sha256 }))
    expect(manifest).toMatchObject({ rows: 7, logSize: 7, format: 'csv', edition: 'internal', files })
    const ids = await Promise.all([0, 1, 2].map((part) => idsIn(bytesOf(asked, part))))
    expect(ids.flat()).toEqual((await tableRows(scene)).map(({ opinionId }) => opinionId))
  })

  test('whose worker is killed half-way is noticed, begun again and finished by another', async () => {
    const asked = await ask({ ...wholeXlsx, filter: { channel: 'forum' } })
    const { deps } = scene
    await expect(runExport({ ...deps, exportFiles: dying }, nameOf(asked))).rejects.toThrow('killed')
    // A killed process says nothing more: its hold on the job stays as it was.
    const held = (await deps.exports.find(scene.consultation.id, asked.id))!
    const { finishedAt: _, failure: __, ...kept } = held
    await deps.exports.put({ ...kept, state: 'running' }, held.rev)
    await expect(runExport(deps, nameOf(asked))).rejects.toMatchObject({ code: 'busy' })
    expect(await find(asked)).toMatchObject({ state: 'running' })

    const before = deps.exportWorker.asked.length
    deps.clock.set(later(sceneTimes.during, leaseSeconds + 1))
    expect(await find(asked)).toMatchObject({ state: 'queued', attempts: 1 })
    expect(deps.exportWorker.asked.slice(before)).toEqual([nameOf(asked)])
    await runExport(deps, nameOf(asked))
    expect(await find(asked)).toMatchObject({ state: 'ready', attempts: 2 })
  })

  test('that three workers died of is said to have failed, and can be started again', async () => {
    const { deps } = scene
    const asked = await ask({ ...wholeXlsx, format: 'json', filter: { channel: 'web' } })
    const held = (await deps.exports.find(scene.consultation.id, asked.id))!
    await deps.exports.put({ ...held, state: 'running', attempts: mostAttempts }, held.rev)
    deps.clock.set(later(sceneTimes.during, leaseSeconds + 1))
    expect(await find(asked)).toMatchObject({ state: 'failed', failure: 'worker-lost' })
    await runExport(deps, nameOf(asked))
    expect(await find(asked)).toMatchObject({ state: 'failed' })
    await restartExport(deps, legislator, scene.consultation.id, asked.id, deps.clock.now())
    await runExport(deps, nameOf(asked))
    expect(await find(asked)).toMatchObject({ state: 'ready' })
  })

  test('that fails says so, is thrown for somebody to hear, and is not tried again by itself', async () => {
    const asked = await ask({ ...wholeXlsx, format: 'docx' })
    const broken = { ...scene.deps, exportFiles: dying }
    await expect(runExport(broken, nameOf(asked))).rejects.toThrow('killed')
    expect(await find(asked)).toMatchObject({ state: 'failed', failure: 'unexpected', files: [] })
    await runExport(scene.deps, nameOf(asked))
    expect(await find(asked)).toMatchObject({ state: 'failed' })
  })

  test('of a worker that is slow but alive is never taken from it', async () => {
    const { deps } = scene
    const asked = await ask({ ...wholeXlsx, filter: { changeType: 'general' } })
    const slow = {
      ...deps,
      opinionLog: {
        ...deps.opinionLog,
        read: async function* (...of: Parameters<typeof deps.opinionLog.read>) {
          for await (const logged of deps.opinionLog.read(...of)) {
            deps.clock.set(later(deps.clock.now(), 20))
            yield logged
          }
        },
      },
      exportFiles: {
        ...deps.exportFiles,
        write: async (key: string, chunks: AsyncIterable<Uint8Array>) => {
          await deps.exportFiles.write(key, chunks)
          expect(await find(asked)).toMatchObject({ state: 'running', attempts: 1 })
        },
      },
    }
    await runExport(slow, nameOf(asked))
    expect(await find(asked)).toMatchObject({ state: 'ready', attempts: 1 })
  })

  test('is neither asked for nor listed by anyone but a legislator', async () => {
    for (const role of ['liaison', 'collector', 'admin', 'auditor'] as const) {
      const member = aMember(role)
      const { deps, consultation } = scene
      const now = deps.clock.now()
      await expect(requestExport(deps, member, consultation.id, wholeXlsx, now)).rejects.toThrow(
        'not-permitted',
      )
      await expect(listExports(deps, member, consultation.id, now)).rejects.toThrow('not-permitted')
    }
  })

  test('of a mistyped filter is refused, and a public edition before the bulletin', async () => {
    await expect(ask({ ...wholeXlsx, filter: { artikel: 'art-5' } })).rejects.toMatchObject({
      code: 'invalid-fields',
    })
    await expect(ask({ ...wholeXlsx, edition: 'public' })).rejects.toMatchObject({
      code: 'not-published-yet',
    })
  })
})

const dying = {
  write: async (_key: string, chunks: AsyncIterable<Uint8Array>) => {
    for await (const _ of chunks) break
    throw new Error('killed')
  },
  read: async () => undefined,
}

async function idsIn(bytes: Promise<Uint8Array>): Promise<string[]> {
  return (await readSpreadsheet(await bytes)).rows.map(({ cells }) => cells['编号'] ?? '')
}

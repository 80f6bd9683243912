import { beforeEach, describe, expect, test } from 'vitest'
import type { BatchId } from '#core/ids.ts'
import { currentOpinions } from '../../support/current-opinions.ts'
import { listBatches } from '../../../functions/actions/batch/list-batches.ts'
import { uploadBatch } from '../../../functions/actions/batch/upload-batch.ts'
import { aSheetRow, csvFile, sheetRows, type SheetCells } from '../../support/batch-file.ts'
import { uploadRows } from '../../support/upload-rows.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import { auditor, liaison, sceneTimes, westLiaison } from '../../support/desk-scene-data.ts'

let scene: DeskScene
beforeEach(async () => {
  scene = await makeDeskScene()
})

const counts = ({ stored, repeated, revised, refused }: Awaited<ReturnType<typeof uploadRows>>) => ({
  stored,
  repeated,
  revised,
  refused,
})

async function wordsInLog(): Promise<string[]> {
  await scene.deps.sequence()
  const { current } = await currentOpinions(scene.deps, scene.consultation.id)
  return current.map(({ text }) => text.content.verbatim).sort()
}

const words = (rows: SheetCells[]) => rows.map((row) => row['原话'] ?? '').sort()

describe('a spreadsheet of opinions', () => {
  test(
    'of two hundred rows is stored once, and the second upload stores nothing',
    { timeout: 90_000 },
    async () => {
      const rows = sheetRows(200)
      const first = await uploadRows(scene.deps, liaison, rows)
      expect(counts(first)).toEqual({ stored: 200, repeated: 0, revised: 0, refused: 0 })
      expect(new Set(first.rows.map((row) => row.receiptCode)).size).toBe(200)
      const second = await uploadRows(scene.deps, liaison, rows)
      expect(counts(second)).toEqual({ stored: 0, repeated: 200, revised: 0, refused: 0 })
      expect(second.rows.map((row) => row.receiptCode)).toEqual(first.rows.map((row) => row.receiptCode))
      expect(await wordsInLog()).toEqual(words(rows))
      const { batches } = await listBatches(scene.deps, liaison, scene.consultation.id)
      expect(batches).toMatchObject([{ stored: 200, repeated: 200, revised: 0, refused: 0 }])
    },
  )

  test('with one row changed corrects that row and repeats the others', async () => {
    const rows = sheetRows(200)
    await uploadRows(scene.deps, liaison, rows)
    const changed = rows.with(76, aSheetRow(77, { 原话: '我改主意了，早上五点到八点让钓就行。' }))
    const answer = await uploadRows(scene.deps, liaison, changed)
    expect(counts(answer)).toEqual({ stored: 0, repeated: 199, revised: 1, refused: 0 })
    expect(answer.rows[76]).toMatchObject({ row: 78, verdict: 'revised' })
    expect(await wordsInLog()).toEqual(words(changed))
    expect(counts(await uploadRows(scene.deps, liaison, changed))).toMatchObject({ repeated: 200 })
  })

  test('changed and changed back is corrected twice, and the last upload is what stands', async () => {
    const rows = sheetRows(3)
    const changed = rows.with(1, aSheetRow(2, { 原话: '还是划在下游好。' }))
    const first = await uploadRows(scene.deps, liaison, rows)
    await uploadRows(scene.deps, liaison, changed)
    const back = await uploadRows(scene.deps, liaison, rows)
    expect(counts(back)).toEqual({ stored: 0, repeated: 2, revised: 1, refused: 0 })
    expect(back.rows[1]?.receiptCode).not.toBe(first.rows[1]?.receiptCode)
    expect(await wordsInLog()).toEqual(words(rows))
  })

  test('copied under another name and batch id stores nothing', async () => {
    const rows = sheetRows(12)
    await uploadRows(scene.deps, liaison, rows)
    const copy = await uploadRows(scene.deps, liaison, rows, { batchId: 'b-other', fileName: '副本.csv' })
    expect(counts(copy)).toEqual({ stored: 0, repeated: 12, revised: 0, refused: 0 })
    expect(copy.batchId).toBe('b-one')
  })

  test('sent twice at once stores each row once', async () => {
    const rows = sheetRows(40)
    const both = await Promise.all([
      uploadRows(scene.deps, liaison, rows),
      uploadRows(scene.deps, liaison, rows),
      uploadRows(scene.deps, liaison, rows, { batchId: 'b-other' }),
    ])
    const sum = (key: 'stored' | 'repeated') => both.reduce((total, answer) => total + answer[key], 0)
    expect([sum('stored'), sum('repeated')]).toEqual([40, 80])
    expect(await wordsInLog()).toEqual(words(rows))
  })

  test('with rows inserted, deleted, sorted and renumbered only stores what is new', async () => {
    const rows = sheetRows(10)
    await uploadRows(scene.deps, liaison, rows)
    const inserted = [
      aSheetRow(0, { 原话: '河边路灯太暗，晚上不敢走。' }),
      ...rows.slice(0, 6),
      ...rows.slice(7),
    ]
    const renumbered = inserted.toReversed().map((row, place) => ({ ...row, 序号: String(place + 1) }))
    const answer = await uploadRows(scene.deps, liaison, renumbered)
    expect(counts(answer)).toEqual({ stored: 1, repeated: 9, revised: 0, refused: 0 })
    expect((await wordsInLog()).length).toBe(11)
  })

  test('without numbers knows its rows by what they say', async () => {
    const plain = (row: SheetCells): SheetCells => ({ ...row, 序号: '' })
    const rows = sheetRows(8).map(plain)
    const twins = [...rows, { ...(rows[0] as SheetCells) }]
    expect(counts(await uploadRows(scene.deps, liaison, twins))).toMatchObject({ stored: 9 })
    const inserted = [plain(aSheetRow(99, { 原话: '建议多装几个垃圾桶。' })), ...twins]
    expect(counts(await uploadRows(scene.deps, liaison, inserted))).toMatchObject({ stored: 1, repeated: 9 })
    const corrected = inserted.with(3, {
      ...(inserted[3] as SheetCells),
      原话: `${inserted[3]?.['原话']}早上五点开放就行。`,
    })
    const answer = await uploadRows(scene.deps, liaison, corrected)
    expect(counts(answer)).toEqual({ stored: 0, repeated: 9, revised: 1, refused: 0 })
    expect(await wordsInLog()).toEqual(words(corrected))
  })

  test('filled in a second time on the same template is another set, not a correction of the first', async () => {
    await uploadRows(scene.deps, liaison, sheetRows(5))
    const others = ['路灯太暗了', '厕所太少', '停车位不够用', '步道要修平', '希望多种树'].map((said, place) =>
      aSheetRow(place + 1, { 原话: said, 收集日期: '2026-11-08' }),
    )
    const answer = await uploadRows(scene.deps, liaison, others)
    expect(counts(answer)).toEqual({ stored: 5, repeated: 0, revised: 0, refused: 0 })
    expect(answer.batchId).toBe('b-one-2')
    expect(counts(await uploadRows(scene.deps, liaison, others))).toMatchObject({ repeated: 5 })
    expect((await wordsInLog()).length).toBe(10)
  })
})

describe('an upload that is cut short', () => {
  test('says which rows were not stored, and the next one stores exactly those', async () => {
    const { deps } = scene
    const rows = sheetRows(30)
    let puts = 0
    const append: typeof deps.inbox.append = (record) => {
      puts += 1
      return puts % 3 === 0 ? Promise.reject(new Error('throttled')) : deps.inbox.append(record)
    }
    const shaky = { ...deps, inbox: { ...deps.inbox, append } }
    const first = await uploadRows(shaky, liaison, rows)
    expect(counts(first)).toEqual({ stored: 20, repeated: 0, revised: 0, refused: 10 })
    expect(first.rows.filter(({ verdict }) => verdict === 'refused')[0]?.problems).toMatchObject([
      { code: 'store-failed' },
    ])
    const second = await uploadRows(deps, liaison, rows)
    expect(counts(second)).toEqual({ stored: 10, repeated: 20, revised: 0, refused: 0 })
    expect(await wordsInLog()).toEqual(words(rows))
  })

  test('after its plan or in the middle of its rows repeats nothing, also when the file changed since', async () => {
    const { deps } = scene
    const rows = sheetRows(20)
    let puts = 0
    let arrived = 0
    const killed = {
      ...deps,
      inbox: {
        ...deps.inbox,
        append: async (record: Parameters<typeof deps.inbox.append>[0]) => {
          puts += 1
          // A killed process answers nothing: these puts never come back, the others arrived.
          if (puts > 8) return new Promise<never>(() => {})
          const answer = await deps.inbox.append(record)
          arrived += 1
          return answer
        },
      },
    }
    void uploadRows(killed, liaison, rows)
    await expect.poll(() => arrived, { timeout: 20_000 }).toBe(8)
    await expect.poll(() => puts, { timeout: 20_000 }).toBeGreaterThan(15)
    const changed = rows.with(4, aSheetRow(5, { 原话: '改成只在下游划一段。' }))
    const answer = await uploadRows(deps, liaison, changed)
    expect(counts(answer)).toEqual({ stored: 12, repeated: 7, revised: 1, refused: 0 })
    expect(await wordsInLog()).toEqual(words(changed))
  })
})

describe('an upload is refused as a whole', () => {
  test('for who may not upload, and for a liaison without a contact point', async () => {
    await expect(uploadRows(scene.deps, auditor, sheetRows(1))).rejects.toThrow('not-permitted')
    const adrift = { ...liaison, contactPointId: undefined }
    await expect(uploadRows(scene.deps, adrift, sheetRows(1))).rejects.toThrow('not-permitted')
  })

  test('when required columns are missing, naming them', async () => {
    const bytes = csvFile([{ 序号: '1', 原话: '话', 条款: '1' }])
    const upload = {
      batchId: 'b' as BatchId,
      consultationId: scene.consultation.id,
      fileName: 'a.csv',
      bytes,
    }
    await expect(uploadBatch(scene.deps, liaison, upload, sceneTimes.during)).rejects.toMatchObject({
      code: 'wrong-columns',
      facts: { missing: ['来源渠道', '收集日期'] },
    })
  })

  test('and a file of one contact point is never taken for another one’s', async () => {
    const rows = sheetRows(4)
    await uploadRows(scene.deps, liaison, rows)
    expect(counts(await uploadRows(scene.deps, westLiaison, rows))).toMatchObject({ stored: 4 })
    expect((await listBatches(scene.deps, westLiaison, scene.consultation.id)).batches).toHaveLength(1)
  })
})

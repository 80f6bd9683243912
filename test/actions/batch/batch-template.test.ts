import { expect, test } from 'vitest'
import type { BatchId } from '#core/ids.ts'
import { batchTemplate } from '../../../functions/actions/batch/batch-template.ts'
import { currentOpinions } from '../../support/current-opinions.ts'
import { provisionChoices } from '../../../functions/actions/batch/provision-choices.ts'
import { uploadBatch } from '../../../functions/actions/batch/upload-batch.ts'
import { readSpreadsheet } from '../../../functions/documents/spreadsheet-reader.ts'
import { makeDeskScene } from '../../support/desk-scene.ts'
import { auditor, liaison, sceneTimes } from '../../support/desk-scene-data.ts'
import { type CellEdits, editWorkbook } from '../../support/edit-workbook.ts'

const filled: CellEdits = new Map<number, Record<string, string>>([
  [2, { 条款: '第四条', 原话: '留个地方钓鱼吧。', 来源渠道: '座谈会', 收集日期: '2026-11-05' }],
  [3, { 条款: '全文', 原话: '总体赞成。', 意见类型: '支持', 来源渠道: '入户走访', 收集日期: '2026-11-06' }],
])

test('a filled template is the same batch whatever it is called, and its empty rows say nothing', async () => {
  const { deps, consultation } = await makeDeskScene()
  const { fileName, bytes } = await batchTemplate(deps, liaison, consultation.id)
  expect(fileName).toBe('意见采集表-云溪市河岸使用条例.xlsx')
  const file = await editWorkbook(bytes, filled)
  const upload = (batchId: string, name: string) =>
    uploadBatch(
      deps,
      liaison,
      { batchId: batchId as BatchId, consultationId: consultation.id, fileName: name, bytes: file },
      sceneTimes.during,
    )
  const first = await upload('b-url', fileName)
  expect(first).toMatchObject({ stored: 2, refused: 0, ignoredColumns: [] })
  expect(first.batchId).toBe((await readSpreadsheet(bytes)).properties['batchId'])
  expect(await upload('b-other', '副本 (1).xlsx')).toMatchObject({
    stored: 0,
    repeated: 2,
    batchId: first.batchId,
  })
  await deps.sequence()
  const { current } = await currentOpinions(deps, consultation.id)
  const said = current.map(({ entry }) => `${entry.provisionId ?? 'whole'} ${entry.changeType}`)
  expect(said.sort()).toEqual(['art-4 general', 'whole support'])
})

test('a template of another consultation is refused whole', async () => {
  const { deps, consultation } = await makeDeskScene()
  const { bytes } = await batchTemplate(deps, liaison, consultation.id)
  const other = { ...consultation, id: 'c-second' as typeof consultation.id }
  await deps.consultations.append(other)
  const upload = { batchId: 'b' as BatchId, consultationId: other.id, fileName: 'a.xlsx', bytes }
  await expect(uploadBatch(deps, liaison, upload, sceneTimes.during)).rejects.toMatchObject({
    code: 'wrong-consultation',
  })
})

test('a template is for those who may upload', async () => {
  const { deps, consultation } = await makeDeskScene()
  await expect(batchTemplate(deps, auditor, consultation.id)).rejects.toThrow('not-permitted')
})

test('every choice the template offers for 条款 is understood when it comes back', async () => {
  const { deps, consultation } = await makeDeskScene()
  const { bytes } = await batchTemplate(deps, liaison, consultation.id)
  const choices = ['全文', ...provisionChoices((await deps.drafts.text(consultation.draftId)).provisions)]
  const row = { 原话: '一句话', 来源渠道: '座谈会', 收集日期: '2026-11-05' }
  const edits = new Map(choices.map((choice, place) => [place + 2, { ...row, 条款: choice }]))
  const upload = {
    batchId: 'b' as BatchId,
    consultationId: consultation.id,
    fileName: 'a.xlsx',
    bytes: await editWorkbook(bytes, edits),
  }
  const answer = await uploadBatch(deps, liaison, upload, sceneTimes.during)
  expect(answer).toMatchObject({ stored: 7, refused: 0 })
})

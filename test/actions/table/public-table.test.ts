import { expect, test } from 'vitest'
import type { OpinionId } from '#core/ids.ts'
import { opinionTableFile, opinionTableRows } from '../../../functions/actions/table/build-opinion-table.ts'
import { decideOpinion } from '../../../functions/actions/deciding/decide-opinion.ts'
import { publishBulletin } from '../../../functions/actions/bulletin/publish-bulletin.ts'
import { readSpreadsheet } from '../../../functions/documents/spreadsheet-reader.ts'
import { aSheetRow, sheetRows } from '../../support/batch-file.ts'
import { collect } from '../../support/collect.ts'
import { makeDeskScene } from '../../support/desk-scene.ts'
import { legislator, liaison, sceneTimes } from '../../support/desk-scene-data.ts'
import { uploadRows } from '../../support/upload-rows.ts'
import { collect as collectBytes } from '../../support/workbook-builder.ts'

const { after } = sceneTimes
const open = { edition: 'public', filter: {} } as const

test('the public edition shows what the bulletin released, masked, and nothing the desk has thought of since', async () => {
  const { deps, consultation } = await makeDeskScene()
  const rows = sheetRows(3).with(0, aSheetRow(1, { 原话: '请打我电话13812345678，划个地方吧。' }))
  await uploadRows(deps, liaison, rows)
  await deps.sequence()
  deps.clock.set(after)
  const { id } = consultation
  await expect(opinionTableRows(deps, legislator, id, open).next()).rejects.toMatchObject({
    code: 'not-published-yet',
  })
  const internal = await collect(opinionTableRows(deps, legislator, id))
  const decide = (opinionId: string, reason: string, rev: number) => {
    const input = { outcome: 'alreadyCovered', reason, note: '内部备注', responsible: '王明' } as const
    return decideOpinion(deps, legislator, id, opinionId as OpinionId, input, rev, after)
  }
  for (const { opinionId } of internal) await decide(opinionId, '第三条已有规定。', 0)
  await publishBulletin(deps, legislator, id, {}, after)
  await decide(internal[0]?.opinionId ?? '', '还没有公布的新想法。', 1)

  const request = { format: 'xlsx', ...open } as const
  const { fileName, chunks } = await opinionTableFile(deps, legislator, id, request, after)
  expect(fileName).toContain('（公开版）')
  const sheet = await readSpreadsheet(await collectBytes(chunks))
  expect(sheet.rows).toHaveLength(3)
  for (const kept of ['编号', '版本', '备注', '承办人', '初步处理意见', '理由'])
    expect(sheet.headers).not.toContain(kept)
  const said = JSON.stringify(sheet.rows)
  expect(said).toContain('第三条已有规定。')
  expect(said).toContain('138****5678')
  expect(said).not.toMatch(/13812345678|内部备注|王明|新想法/)
})

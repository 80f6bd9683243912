import type { OpinionTableRow } from '#contract/opinion-table-columns.ts'
import type { TableVerdicts } from '#contract/table-api.ts'
import { opinionTableRows } from '../../functions/actions/table/build-opinion-table.ts'
import { loadOpinionTable } from '../../functions/actions/table/load-opinion-table.ts'
import { opinionTableXlsx } from '../../functions/documents/opinion-table-xlsx.ts'
import { allDecisions } from './all-decisions.ts'
import { aSheetRow, sheetRows } from './batch-file.ts'
import { collect as collectAll } from './collect.ts'
import { type DeskScene, makeDeskScene } from './desk-scene.ts'
import { legislator, liaison, sceneTimes } from './desk-scene-data.ts'
import { uploadRows } from './upload-rows.ts'
import { collect } from './workbook-builder.ts'

/** A desk scene with opinions in its log, the first on the whole draft. */
export async function tableScene(count: number): Promise<DeskScene> {
  const scene = await makeDeskScene()
  const rows = sheetRows(count).with(
    0,
    aSheetRow(1, { 条款: '全文', 规范表述: '建议分区管理。', 拟改文字: '划定区域' }),
  )
  await uploadRows(scene.deps, liaison, rows)
  await scene.deps.sequence()
  return scene
}

/** The rows as they go out. */
export async function tableRows({ deps, consultation }: DeskScene): Promise<OpinionTableRow[]> {
  return collectAll(opinionTableRows(deps, legislator, consultation.id))
}

async function* each<T>(rows: Iterable<T>): AsyncGenerator<T> {
  yield* rows
}

/** The table as Excel would save it after editing. */
export function fileOf(rows: Iterable<OpinionTableRow>, consultationId: string): Promise<Buffer> {
  return collect(
    opinionTableXlsx(each(rows), { consultationId, title: '表', subtitle: '', provisionChoices: ['第五条'] }),
  )
}

/** Loads a file back as the legislator. */
export const loadTable = (
  { deps, consultation }: DeskScene,
  bytes: Uint8Array,
  options = { apply: true },
): Promise<TableVerdicts> =>
  loadOpinionTable(deps, legislator, consultation.id, bytes, options, sceneTimes.during)

/** Every decision that stands. */
export const decisionsOf = async ({ deps, consultation }: DeskScene) => allDecisions(deps, consultation.id)

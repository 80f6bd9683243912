import { createHmac, randomBytes } from 'node:crypto'
import { parseDraft } from '#core/draft/parse-draft.ts'
import type { Consultation } from '#core/consultation.ts'
import type { BatchId, OpinionId } from '#core/ids.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import type { Batch } from '#core/batch/batch-ports.ts'
import type { Deps } from '#core/ports.ts'
import { uploadBatch } from '../../functions/actions/batch/upload-batch.ts'
import { aSheetRow } from '../support/batch-file.ts'
import { askedStatute, liaison, newConsultation, sceneTimes } from '../support/desk-scene-data.ts'
import { rowXml, workbookOf } from '../support/workbook-builder.ts'
import type { BenchResult } from './bench.ts'
import { testSettings } from '../support/test-settings.ts'

const rowCount = 5000

/**
 * Taking in an .xlsx of 5,000 rows, reading the file included: CPU of one Node process, the inbox and the desk held in
 * memory. The median of three uploads of fresh rows after a first one that warms up.
 */
export async function bench(): Promise<BenchResult> {
  const runs: number[] = []
  for (let run = 0; run < 4; run += 1) runs.push(await cpuMsOf(run))
  const [, median = 0] = runs.slice(1).sort((a, b) => a - b)
  return { figures: { cpuMsPerRow: median / rowCount }, budgets: { cpuMsPerRow: 1 } }
}

async function cpuMsOf(run: number): Promise<number> {
  const deps = depsInMemory()
  const bytes = await sheetOf(run)
  const upload = {
    batchId: 'b-bench' as BatchId,
    consultationId: newConsultation().id,
    fileName: 'a.xlsx',
    bytes,
  }
  const before = process.cpuUsage()
  const answer = await uploadBatch(deps, liaison, upload, sceneTimes.during)
  const { user, system } = process.cpuUsage(before)
  if (answer.stored !== rowCount) throw new Error(`${answer.stored} of ${rowCount} rows were stored`)
  return (user + system) / 1000
}

/** Rows as contact points write them: a sentence or two, a reason for some, every fourth with proposed words. */
function sheetOf(run: number): Promise<Buffer> {
  const rows = Array.from({ length: rowCount }, (_, place) =>
    aSheetRow(place + 1, {
      原话: `${run}-${place}：我家住河边三十年了，早晚都去走一走。一刀切不让钓鱼，老人家想不通，能不能划一段出来。`,
      理由: place % 2 === 0 ? '附近没有别的去处，河边有地方可以划。' : '',
      拟改文字: place % 4 === 0 ? '在划定的区域内可以垂钓，具体区域和时段由主管部门公布。' : '',
      所在区域: '东桥街道',
      记录人: '小李',
    }),
  )
  const titles = Object.keys(rows[0] ?? {})
  const lines = [
    rowXml(1, ...titles),
    ...rows.map((row, place) => rowXml(place + 2, ...titles.map((t) => row[t]))),
  ]
  return workbookOf({ name: '意见采集表', xml: `<sheetData>${lines.join('')}</sheetData>` })
}

function depsInMemory(): Parameters<typeof uploadBatch>[0] {
  const held = new Map<OpinionId, OpinionRecord>()
  let batch: Batch | undefined
  const consultation = {
    ...newConsultation(),
    status: 'announced',
    noticeVersion: '1',
    rev: 1,
    extensions: [],
  }
  const { title, enactmentNotes, provisions } = parseDraft(askedStatute)
  const inbox: Deps['inbox'] = {
    append: async (record) => {
      const standing = held.get(record.id)
      if (standing !== undefined) return { stored: false, held: standing }
      held.set(record.id, record)
      return { stored: true }
    },
    find: async (id) => held.get(id),
    idPages: async function* () {
      yield [...held.keys()]
    },
  }
  return {
    inbox,
    consultations: {
      get: async () => consultation as unknown as Consultation,
    } as unknown as Deps['consultations'],
    contactPoints: { get: async () => ({}) } as unknown as Deps['contactPoints'],
    drafts: {
      text: async () => ({ title, enactmentNotes: [...enactmentNotes], provisions, stage: 'consultation' }),
    } as unknown as Deps['drafts'],
    batches: {
      find: async () => batch,
      listOf: async () => (batch === undefined ? [] : [batch]),
      put: async (next) => (batch = { ...next, rev: next.rev + 1 }),
    },
    keys: {
      hmac: (message: string) => createHmac('sha256', 'bench').update(message).digest(),
    } as unknown as Deps['keys'],
    randomness: { bytes: (length) => randomBytes(length) },
    settings: testSettings,
    columnMappings: {
      listOf: async () => [],
      find: async () => undefined,
      put: async (mapping) => mapping,
    },
    audit: { append: async () => {}, list: async () => [] },
  }
}

import { createHash } from 'node:crypto'
import { objectKeys } from '#contract/objects.ts'
import type { OpinionTableRow } from '#contract/opinion-table-columns.ts'
import type {
  ExportFile,
  ExportFailure,
  ExportJob,
  ExportName,
  TableFormat,
} from '#core/deciding/export-job.ts'
import type { ExportFiles } from '#core/deciding/export-ports.ts'
import { isRefusal } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { opinionTableWriters } from '../../documents/opinion-table-writers.ts'
import type { OpinionTableMeta } from '../../documents/opinion-table-xlsx.ts'
import { tableFileName, tableMeta } from './build-opinion-table.ts'
import { type JobLease, workUnderLease } from '../job-lease.ts'
import { openOpinionTable, type OpenTable, type TableDeps } from './open-opinion-table.ts'
import { fieldsOf } from './table-filter.ts'

type ExportLease = JobLease<ExportJob>

export type RunDeps = TableDeps &
  Pick<Deps, 'consultations' | 'bills' | 'exports' | 'clock'> & { exportFiles: ExportFiles }

/**
 * Rows of one file: what Excel opens (1,048,576 with the header; it opens CSV too), and what Word does without a long
 * wait.
 */
const rowsPerFile: Record<TableFormat, number> = {
  xlsx: 1_048_575,
  csv: 1_048_575,
  json: 1_048_575,
  docx: 20_000,
}
/** What a worker may say: other limits, and that it is being stopped. */
interface RunOptions {
  rowsOf?: (format: TableFormat) => number
  isStopping?: () => boolean
}

const rowsPerBeat = 512

/** Writes the table of a job (`workUnderLease`). */
export async function runExport(
  deps: RunDeps,
  name: ExportName,
  { rowsOf = (format) => rowsPerFile[format], isStopping = () => false }: RunOptions = {},
): Promise<void> {
  const shelf = {
    find: () => deps.exports.find(name.consultationId, name.id),
    put: (job: ExportJob, readRev: number) => deps.exports.put(job, readRev),
  }
  const labour = { kind: 'export', isStopping, failureOf }
  await workUnderLease<ExportJob>(shelf, deps.clock, labour, (lease) =>
    write(deps, lease, rowsOf(lease.job.format)),
  )
}

async function write(deps: RunDeps, lease: ExportLease, rowsEach: number): Promise<void> {
  const { consultationId, edition, filter, requestedBy: askedBy } = lease.job
  const consultation = await deps.consultations.get(consultationId)
  const bill = await deps.bills.get(consultation.billId)
  const { size } = await deps.opinionLog.head(consultationId)
  const onRead = (done: number) => lease.beat({ phase: 'reading', done, of: size })
  const table = await openOpinionTable(
    deps,
    consultation,
    { edition, filter: fieldsOf(filter), askedBy },
    onRead,
  )
  try {
    const now = deps.clock.now()
    const { utcOffsetMinutes } = deps.settings
    const about = { bill, consultation, drafts: table.drafts, utcOffsetMinutes }
    const meta = tableMeta(about, { edition, by: lease.job.requestedByName, now })
    const place = { meta, whole: tableFileName(meta, lease.job.format, now, utcOffsetMinutes) }
    const files = await writeFiles(deps, lease, table, { ...place, rowsEach })
    const manifest = await writeManifest(deps, lease, { files, logSize: size, madeAt: now })
    await lease.end({ state: 'ready', phase: 'writing', done: table.count, of: table.count, files, manifest })
  } finally {
    await table.close()
  }
}

async function writeFiles(
  deps: RunDeps,
  lease: ExportLease,
  table: OpenTable,
  { meta, whole, rowsEach }: { meta: OpinionTableMeta; whole: string; rowsEach: number },
): Promise<ExportFile[]> {
  const { format } = lease.job
  const rows = beating(table, lease)
  const files: ExportFile[] = []
  let next = await rows.next()
  do {
    let count = 0
    const these = async function* () {
      for (; count < rowsEach && !next.done; count += 1) {
        yield next.value
        next = await rows.next()
      }
    }
    const chunks = opinionTableWriters[format](these(), meta)
    const part = files.length + 1
    const name = table.count > rowsEach ? whole.replace(/\.\w+$/, `-第${part}份$&`) : whole
    const file = await store(deps, lease, `${part}.${format}`, chunks)
    files.push({ name, rows: count, ...file })
  } while (!next.done)
  return files
}

async function* beating(table: OpenTable, lease: ExportLease): AsyncGenerator<OpinionTableRow> {
  let done = 0
  for await (const row of table.rows()) {
    if (done % rowsPerBeat === 0) await lease.beat({ phase: 'writing', done, of: table.count })
    done += 1
    yield row
  }
}

/** What was written, so that whoever carries the files on can see that none is missing and none was changed. */
async function writeManifest(
  deps: RunDeps,
  lease: ExportLease,
  { files, logSize, madeAt }: { files: readonly ExportFile[]; logSize: number; madeAt: Instant },
): Promise<ExportFile> {
  const { consultationId, format, edition, filter } = lease.job
  const rows = files.reduce((sum, file) => sum + file.rows, 0)
  const listed = files.map(({ name, rows: of, bytes, sha256 }) => ({ name, rows: of, bytes, sha256 }))
  const said = { consultationId, format, edition, filter, madeAt, logSize, rows, files: listed }
  const bytes = Buffer.from(`${JSON.stringify(said, undefined, 2)}\n`)
  const stored = await store(deps, lease, 'manifest.json', once(bytes))
  return { name: 'manifest.json', rows, ...stored }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function store(deps: RunDeps, lease: ExportLease, file: string, chunks: AsyncIterable<Uint8Array>) {
  const { consultationId, id, attempts } = lease.job
  const key = objectKeys.exportFile(consultationId, id, attempts, file)
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* () {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.byteLength
      yield chunk
    }
  }
  await deps.exportFiles.write(key, counted())
  return { key, bytes, sha256: hash.digest('hex') }
}

function failureOf(error: unknown): ExportFailure {
  return isRefusal(error, 'not-published-yet') ? 'not-published-yet' : 'unexpected'
}

import type { ExportId, ExportJob, ExportName } from './export-job.ts'
import type { ConsultationId } from '../ids.ts'

/** Long jobs of writing tables, as the desk knows them. */
export interface Exports {
  listOf(consultationId: ConsultationId): Promise<ExportJob[]>
  find(consultationId: ConsultationId, id: ExportId): Promise<ExportJob | undefined>
  put(job: ExportJob, readRev: number): Promise<ExportJob>
}

/** The files of finished jobs. They are written and read as streams: none is ever held whole. */
export interface ExportFiles {
  write(key: string, chunks: AsyncIterable<Uint8Array>): Promise<void>
  /** `undefined`: it was removed, or never written. */
  read(key: string): Promise<AsyncIterable<Uint8Array> | undefined>
  /** Where a browser may fetch it for some minutes, past a gateway that lets 6 MB through; missing: nowhere but here. */
  addressOf?(key: string, contentDisposition: string): Promise<string>
}

/** Whoever writes the tables: another process, or this one later. Asking twice is free of effect. */
export interface ExportWorker {
  start(name: ExportName): Promise<void>
}

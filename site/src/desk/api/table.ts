import type { NewExport, OfficeExport, OfficeExportList } from '#contract/export-api.ts'
import type { TableVerdicts } from '#contract/table-api.ts'
import type { TableEdition, TableFormat } from '#core/deciding/export-job.ts'
import { call, sendFile } from './call.ts'

/** Which opinions: names and spellings of the list's own filter. */
export type TableFilter = Record<string, string>

const base = (consultationId: string) => `/consultations/${encodeURIComponent(consultationId)}`

/** The table of opinions: away directly, away later, back again. */
export const tableApi = {
  address: (consultationId: string, format: TableFormat, edition: TableEdition, filter: TableFilter) => {
    const query = new URLSearchParams({ ...filter, ...(edition === 'public' && { edition }) }).toString()
    return `/office/api${base(consultationId)}/table.${format}${query === '' ? '' : `?${query}`}`
  },
  load: (
    consultationId: string,
    file: Blob,
    how: { apply: boolean; rows?: readonly number[] },
    onProgress: (share: number) => void,
  ) => {
    const path = `${base(consultationId)}/table.xlsx?apply=${how.apply ? 1 : 0}`
    if (how.rows === undefined)
      return sendFile<TableVerdicts>('POST', path, file, 'application/octet-stream', onProgress)
    const form = new FormData()
    form.set('file', file, 'table')
    form.set('rows', JSON.stringify(how.rows))
    return sendFile<TableVerdicts>('POST', path, form, undefined, onProgress)
  },
  exports: (consultationId: string) => call<OfficeExportList>(`${base(consultationId)}/exports`),
  requestExport: (consultationId: string, json: NewExport) =>
    call<OfficeExport>(`${base(consultationId)}/exports`, { method: 'POST', json }),
  restartExport: (consultationId: string, exportId: string) =>
    call<OfficeExport>(`${base(consultationId)}/exports/${encodeURIComponent(exportId)}/restart`, {
      method: 'POST',
    }),
}

export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What browsers call an uploaded spreadsheet; the bytes decide what it is. Windows names a CSV after Excel. */
export const sheetMediaTypes = [
  xlsxMediaType,
  'text/csv',
  'application/vnd.ms-excel',
  'application/octet-stream',
] as const

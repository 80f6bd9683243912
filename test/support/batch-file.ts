/** Cells of one row by column title. */
export type SheetCells = Record<string, string>

/** A good row: an opinion heard at a forum. */
export function aSheetRow(number: number, cells: SheetCells = {}): SheetCells {
  return {
    序号: String(number),
    条款: '第四条',
    原话: `第${number}位居民说：河边钓鱼几十年了，全禁掉想不通，能不能划个地方。`,
    来源渠道: '座谈会',
    收集日期: '2026-11-05',
    提出人类别: '居民',
    ...cells,
  }
}

export function sheetRows(count: number): SheetCells[] {
  return Array.from({ length: count }, (_, place) => aSheetRow(place + 1))
}

/** A CSV as Excel saves it; the titles are those of the rows, or given. */
export function csvFile(rows: readonly SheetCells[], titles?: readonly string[]): Uint8Array {
  const header = titles ?? [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const quote = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const lines = [header, ...rows.map((row) => header.map((title) => row[title] ?? ''))]
  return Buffer.from(`\ufeff${lines.map((line) => line.map(quote).join(',')).join('\r\n')}\r\n`)
}

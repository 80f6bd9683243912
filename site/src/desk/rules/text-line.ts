/** Where a line (1…) of a text begins and ends, so that a textarea can select it. Past the end: the last line. */
export function lineRange(text: string, line: number): { start: number; end: number } {
  let start = 0
  for (let passed = 1; passed < line; passed += 1) {
    const next = text.indexOf('\n', start)
    if (next === -1) break
    start = next + 1
  }
  const end = text.indexOf('\n', start)
  return { start, end: end === -1 ? text.length : end }
}

/** A textarea with one entry a line → entries, blank lines left out. */
export function entriesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

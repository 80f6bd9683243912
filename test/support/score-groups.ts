/**
 * How well proposed groups agree with labels. `purity`: the share of texts whose group's commonest kind is their own.
 * `f1`: of pairs of texts that belong together; `precision` and `recall` are its halves.
 */
export function scoreGroups(kinds: readonly string[], groups: readonly (number | string)[]) {
  const cells = new Map<string, number>()
  kinds.forEach((kind, at) => add(cells, `${groups[at]}\n${kind}`))
  const most = new Map<string, number>()
  for (const [cell, count] of cells) {
    const [group = ''] = cell.split('\n')
    most.set(group, Math.max(most.get(group) ?? 0, count))
  }
  const together = pairs(cells)
  const precision = together / pairs(count(groups.map(String)))
  const recall = together / pairs(count(kinds))
  const pure = [...most.values()].reduce((sum, held) => sum + held, 0)
  return {
    purity: pure / kinds.length,
    f1: (2 * precision * recall) / (precision + recall),
    precision,
    recall,
  }
}

function count(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) add(counts, name)
  return counts
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function pairs(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, held) => sum + (held * (held - 1)) / 2, 0)
}

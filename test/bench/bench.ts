/**
 * One bench: measured figures and their upper or lower bounds under the same names, units in the names.
 * `floor` names the figures for which more is better.
 */
export interface BenchResult {
  figures: Record<string, number>
  budgets: Record<string, number>
  floor?: readonly string[]
}

/** Whether every budget is kept. */
export function withinBudgets({ figures, budgets, floor = [] }: BenchResult): boolean {
  return Object.entries(budgets).every(([name, budget]) => {
    const figure = figures[name]
    if (figure === undefined) return false
    return floor.includes(name) ? figure >= budget : figure <= budget
  })
}

import { follows, type ArticleHeading } from './draft-articles.ts'
import { headingLevels, type DraftHeading, type HeadingLevel } from './draft-headings.ts'
import type { DraftProblem } from './draft-problem.ts'

type Place = Pick<ArticleHeading, 'number' | 'insertion'>

/** Watches the printed numbers: articles run through the whole text, 章 may begin anew in each 编, 节 in each 章. */
export class DraftSequence {
  readonly #problems: DraftProblem[]
  #article: Place = { number: 0 }
  readonly #last = new Map<HeadingLevel, Place>()
  readonly #mayRestart = new Set<HeadingLevel>()

  constructor(problems: DraftProblem[]) {
    this.#problems = problems
  }

  /** Whether an article is the one that comes next. */
  continues(next: Place): boolean {
    return follows(this.#article, next)
  }

  article(next: ArticleHeading, line: number): void {
    this.#compare(this.#article, next, next.label, line)
    this.#article = next.number === null ? { number: (this.#article.number ?? 0) + 1 } : next
  }

  heading(next: DraftHeading, line: number): void {
    const last = this.#last.get(next.level) ?? { number: 0 }
    const restarts = next.number === 1 && next.insertion === undefined && this.#mayRestart.has(next.level)
    if (!restarts) this.#compare(last, next, next.label, line)
    this.#last.set(next.level, next.number === null ? { number: (last.number ?? 0) + 1 } : next)
    this.#mayRestart.delete(next.level)
    for (const inner of headingLevels.slice(headingLevels.indexOf(next.level) + 1))
      this.#mayRestart.add(inner)
  }

  #compare(last: Place, next: Place, label: string, line: number): void {
    if (next.number === null) this.#add(line, 'number-unreadable', { label })
    else if (!follows(last, next)) {
      const ahead = next.number > (last.number ?? 0) || (next.insertion ?? 0) > (last.insertion ?? 0) + 1
      const repeated = next.number < (last.number ?? 0) || !ahead
      this.#add(line, repeated ? 'number-repeated' : 'number-gap', { label, after: last.number ?? 0 })
    }
  }

  #add(line: number, code: DraftProblem['code'], facts: DraftProblem['facts']): void {
    this.#problems.push({ line, code, facts })
  }
}

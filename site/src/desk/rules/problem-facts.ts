import type { DraftProblem } from '#core/draft/draft-problem.ts'
import type { Strings } from '../words/strings.zh.ts'

/** What the parser read at a doubtful line, in words; facts that have none are codes and not for people. */
export function problemFacts(facts: DraftProblem['facts'], words: Strings): string {
  // A number alone says nothing; the label in the same problem tells what is being counted.
  const kind = /[编章节条]/.exec(String(facts['label'] ?? ''))?.[0] ?? ''
  return Object.entries(facts)
    .flatMap(([name, value]) => words.importing.facts[name]?.(value, kind) ?? [])
    .join(words.importing.factSeparator)
}

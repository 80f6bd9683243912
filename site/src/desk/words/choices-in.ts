/** So many names stand in a sentence; a list of forty articles is in the drop-down. */
const mostNamed = 12

/** What a cell may say, behind the sentence that refuses it; nothing where the list is long or unknown. */
export function choicesIn(facts: Record<string, unknown>, separator: string, colon: string): string {
  const choices = facts['choices']
  if (!Array.isArray(choices) || choices.length === 0 || choices.length > mostNamed) return ''
  return `${colon}${choices.join(separator)}`
}

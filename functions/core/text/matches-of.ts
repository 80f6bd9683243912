/**
 * Every match of a global expression in a text. Like `matchAll`, without the copy of the expression that it makes for
 * every text; so the expression must not be asked about another text meanwhile.
 */
export function* matchesOf(expression: RegExp, text: string): Generator<RegExpExecArray> {
  expression.lastIndex = 0
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) yield match
}

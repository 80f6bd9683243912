import type { DraftProblem } from './draft-problem.ts'
import { numeralChars, readNumeral } from './numerals.ts'
import { articlesOf, walkProvisions, type Provision } from './provision.ts'

/** A label behind the end of a sentence that does not go on as a reference does. */
const inner = new RegExp(
  `[。；] ?第 ?([${numeralChars}]{1,9}) ?[条條](?![、，,。；）)款项項第规規之的所中和与及或至])`,
  'gu',
)

/**
 * Articles that begin in the middle of a line, as pages without line breaks paste them: where the next number is not
 * the next article's but stands behind a sentence of this one, the line is named. Nothing is split without a person.
 */
export function findInnerArticles(
  provisions: readonly Provision[],
  lineOf: ReadonlyMap<Provision, number>,
): DraftProblem[] {
  const articles = articlesOf(provisions)
  const problems: DraftProblem[] = []
  for (const [place, article] of articles.entries()) {
    const wanted = (article.number ?? 0) + 1
    if (article.number === null || articles[place + 1]?.number === wanted) continue
    for (const provision of walkProvisions(article.children))
      for (const [, numeral = ''] of provision.text.matchAll(inner))
        if (readNumeral(numeral) === wanted)
          problems.push({
            line: lineOf.get(provision) ?? lineOf.get(article) ?? 1,
            code: 'article-inside-line',
            facts: { label: `第${numeral}条` },
          })
  }
  return problems
}

import { checkClosings, markClosings } from './draft-closing.ts'
import { checkContents, findContents } from './draft-contents.ts'
import { checkCustody } from './draft-custody.ts'
import { readDraftLines } from './draft-lines.ts'
import { markLines, type MarkedDraft, type MarkedLine } from './draft-marks.ts'
import { openingLines } from './draft-opening.ts'
import { readPreamble } from './draft-preamble.ts'
import { findInnerArticles } from './draft-inner-articles.ts'
import type { DraftProblem } from './draft-problem.ts'
import { DraftTree } from './draft-tree.ts'
import { walkProvisions, type Provision } from './provision.ts'

/** A statute as read from plain text. `problems` are in order of source lines; none means nothing was doubted. */
export interface ParsedDraft {
  title: string
  /** 题注: adoption and amendments as printed, one each. */
  enactmentNotes: string[]
  provisions: Provision[]
  problems: DraftProblem[]
}

/**
 * Reads the plain text of a statute into its tree 编 章 节 条 款 项 目 附件 落款.
 *
 * Title, 题注 and 目录 are recognised and left out of the body; every character of the body stands in exactly one
 * provision. Never throws: what cannot be placed with certainty is placed and named in `problems`. Time is linear
 * in the length of the text.
 */
export function parseDraft(text: string): ParsedDraft {
  const lines = readDraftLines(text)
  const draft = markClosings(markLines(lines))
  const contents = findContents(draft)
  const bodyStart = contents.to > 0 ? contents.to : firstOpening(draft)
  const preambleEnd = contents.to > 0 ? contents.from : bodyStart
  const { title, enactmentNotes, opening } = readPreamble(
    draft.lines.slice(0, preambleEnd),
    bodyStart < lines.length,
  )
  const body = [...opening, ...draft.lines.slice(bodyStart)]
  const tree = new DraftTree(draft.english)
  for (const line of body) tree.add(line)
  const provisions = tree.finish()
  const source = [...opening, ...lines.slice(bodyStart)]
  const problems = [
    ...(title === '' ? [{ line: lines[0]?.line ?? 1, code: 'no-title', facts: {} } as const] : []),
    ...checkContents(draft, contents),
    ...tree.problems,
    ...checkBeginning(draft, body),
    ...checkEmpty(provisions, tree.lineOf),
    ...checkClosings(draft),
    ...findInnerArticles(provisions, tree.lineOf),
    ...checkCustody(source, provisions),
  ]
  return { title, enactmentNotes, provisions, problems: problems.toSorted((a, b) => a.line - b.line) }
}

/** Index of the first line that opens something. */
function firstOpening({ lines }: MarkedDraft): number {
  const index = lines.findIndex(({ is }) => is.mark !== 'text')
  return index < 0 ? lines.length : index
}

/** Words before the first article belong to a 序言 or are the text's own opening; elsewhere they are named. */
function checkBeginning({ enumerated }: MarkedDraft, body: readonly MarkedLine[]): DraftProblem[] {
  const first = body.findIndex(({ is }) => is.mark === 'article')
  if (first < 0) return [{ line: body[0]?.line ?? 1, code: 'no-articles', facts: {} }]
  if (enumerated) return []
  const problems: DraftProblem[] = []
  const opening = openingLines(body.slice(0, first))
  let inPreamble = false
  for (const held of body.slice(0, first)) {
    const { line, is, text } = held
    if (is.mark !== 'text') inPreamble = is.mark === 'bare' && is.id === 'preamble'
    else if (!inPreamble && text !== '' && !opening.has(held))
      problems.push({ line, code: 'text-before-first-article', facts: {} })
  }
  return problems
}

/** A heading with nothing under it, an article without words. */
function checkEmpty(
  provisions: readonly Provision[],
  lineOf: ReadonlyMap<Provision, number>,
): DraftProblem[] {
  const problems: DraftProblem[] = []
  for (const provision of walkProvisions(provisions)) {
    const { kind, label, heading, text, children } = provision
    if (text === '' && children.length === 0 && kind !== 'paragraph')
      problems.push({
        line: lineOf.get(provision) ?? 1,
        code: 'empty-provision',
        facts: { label: label || (heading ?? '') },
      })
  }
  return problems
}

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { PortalError } from '#core/portal-error.ts'
import { printDraft } from '#core/draft/print-draft.ts'
import { walkProvisions, type Provision } from '#core/draft/provision.ts'
import { readDraftDocx } from '../../functions/documents/draft-docx.ts'
import { readDraftFile } from '../../functions/documents/read-draft-file.ts'
import { abstractList, docxOf, inList, listLevel, num, paragraph } from '../support/docx-builder.ts'
import { statuteText } from '../support/statute-text.ts'
import { zipOf } from '../support/workbook-builder.ts'

const levelsOfList = abstractList(
  1,
  listLevel(0, 'chineseCountingThousand', '第%1章'),
  listLevel(1, 'japaneseCounting', '第%2条', '<w:lvlRestart w:val="0"/><w:suff w:val="space"/>'),
  listLevel(2, 'chineseCounting', '（%3）', '<w:suff w:val="nothing"/>'),
  listLevel(3, 'decimal', '%4.', '<w:suff w:val="nothing"/>'),
)
const levels: Partial<Record<Provision['kind'], number>> = { chapter: 0, item: 2, subitem: 3 }

const restart = '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride>'

/**
 * A statute as a document whose numbers are all automatic; 款 after the first print none, and Word begins the list
 * below such a one anew by a w:num of its own.
 */
function documentOf(provisions: readonly Provision[]): { body: string; numbering: string } {
  let body = paragraph('某市事务管理条例')
  let numbering = levelsOfList + num(1, 1)
  let listId = 1
  let opens = false
  for (const { kind, text, heading, label } of walkProvisions(provisions)) {
    const level = levels[kind]
    if (kind === 'article') opens = true
    else if (kind === 'closing')
      body += text
        .split('\n')
        .map((line) => paragraph(line))
        .join('')
    else if (kind === 'annex') body += paragraph(`${label}　${heading ?? ''}`)
    else if (level !== undefined) body += paragraph(heading ?? text, inList(listId, level))
    else {
      if (!opens) numbering += num((listId += 1), 1, restart)
      body += paragraph(text, opens ? inList(listId, 1) : '')
      opens = false
    }
  }
  return { body, numbering }
}

describe('any document', () => {
  it('a statute whose numbers are all automatic has the tree of the printed one', async () => {
    const title = '某市事务管理条例'
    const plain = statuteText().map(
      ({ provisions }) =>
        parseDraft(
          printDraft({ title, enactmentNotes: [], provisions }).replaceAll(/【名称】|名称和范围\n　　/gu, ''),
        ).provisions,
    )
    // 之一 is no automatic number.
    const automatic = plain.filter((provisions) =>
      [...walkProvisions(provisions)].every(({ insertion }) => insertion === undefined),
    )
    await fc.assert(
      fc.asyncProperty(automatic, async (provisions) => {
        const { text } = await readDraftDocx(await docxOf(documentOf(provisions)))
        const read = parseDraft(text)
        expect(read.problems).toEqual([])
        expect(read.provisions).toEqual(provisions)
      }),
      { numRuns: 60 },
    )
  })

  const pieces = fc.constantFrom(
    '<w:p>',
    '</w:p>',
    '<w:r>',
    '</w:r>',
    '<w:t>甲</w:t>',
    '<w:del>',
    '</w:del>',
    '<w:tbl>',
    '</w:tbl>',
    '<w:numPr>',
    '<w:numId w:val="1"/>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText>TOC</w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    '<w:br/>',
    '<',
    '&',
    '<!--',
    ']]>',
  )

  it('broken in any way is read or refused by name, never a bug', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (parts) => {
        const xml = `<w:document><w:body>${parts.join('')}</w:body></w:document>`
        const bytes = await zipOf({ 'word/document.xml': xml, 'word/numbering.xml': parts.join('') })
        const answer = await readDraftDocx(bytes).catch((problem: unknown) => problem)
        if (answer instanceof Error) expect(answer).toBeInstanceOf(PortalError)
      }),
      { numRuns: 300 },
    )
  })

  it('any bytes and any text are read or refused by name', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => Buffer.from(text)),
      fc
        .array(fc.constantFrom('<p>', '# ', '**', '|', '- 1 -', '第一条', '\n', '<', '&lt;', '`'))
        .map((parts) => Buffer.from(parts.join(''))),
    )
    await fc.assert(
      fc.asyncProperty(bytes, async (each) => {
        const answer = await readDraftFile(each).catch((problem: unknown) => problem)
        if (answer instanceof Error) expect(answer).toBeInstanceOf(PortalError)
      }),
      { numRuns: 500 },
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { akomaNtosoIds, provisionOfEId } from '#core/draft/akoma-ntoso-names.ts'
import { akomaNtoso } from '#core/draft/akoma-ntoso.ts'
import { draftStages, type DraftText } from '#core/bill.ts'
import { assignIds } from '#core/draft/draft-ids.ts'
import type { BillId, DraftId } from '#core/ids.ts'
import { newProvision } from '#core/draft/new-provision.ts'
import { parseDraft, type ParsedDraft } from '#core/draft/parse-draft.ts'
import { articlesOf, walkProvisions, type Provision } from '#core/draft/provision.ts'
import type { CalendarDate } from '#core/time.ts'
import { canonical, hasSchema, schemaFaults, wordsIn } from '../../support/akoma-ntoso-schema.ts'
import { demoTexts } from '../../support/demo-texts.ts'
import { statuteText } from '../../support/statute-text.ts'
import { hasLaws, readStatute, statutes } from '../../support/statutes.ts'

const facts = {
  billTitle: '云溪市滨水公共空间条例',
  beganOn: '2026-05-08' as CalendarDate,
  datedOn: '2026-11-03' as CalendarDate,
  authority: '云溪市人民代表大会常务委员会',
}

function draftOf(
  parsed: Pick<ParsedDraft, 'title' | 'enactmentNotes' | 'provisions'>,
  stage: DraftText['stage'] = 'secondReading',
): DraftText {
  const { title, enactmentNotes, provisions } = parsed
  const ids = { id: 'waterfront-2' as DraftId, billId: 'waterfront' as BillId }
  return { ...ids, stage, title, enactmentNotes, provisions }
}

/** The words of the tree in the order of the document: the text, then its annexes. */
function treeWords({ provisions }: DraftText): string {
  const isAnnex = (kind: string) => kind === 'annex'
  const ordered = [
    ...provisions.filter(({ kind }) => !isAnnex(kind)),
    ...provisions.filter(({ kind }) => isAnnex(kind)),
  ]
  let words = ''
  for (const { label, heading, text } of walkProvisions(ordered))
    words += label + (heading ?? '') + text.replaceAll('\n', '')
  return words
}

async function expectAllWords(draft: DraftText): Promise<void> {
  const read = await canonical(akomaNtoso(draft, facts))
  const preface = read.slice(0, read.indexOf('</preface>'))
  const rest = read.slice(preface.length)
  expect(wordsIn(preface, ['docTitle'])).toEqual([draft.title])
  expect(wordsIn(preface, ['p']).join('\n')).toBe(draft.enactmentNotes.join('\n'))
  expect(wordsIn(rest, ['num', 'heading', 'p']).join('')).toBe(treeWords(draft))
}

/** Words no editor likes: marks of XML, rare Han beyond the first plane, quotes, an emoji, a line break. */
const awkwardWords = fc.constantFrom(
  '<p>&amp;]]>',
  '𠮷㐱〇𬺈',
  '“甲”\'乙\'"丙"',
  '甲\n乙\n丙',
  '👨‍👩‍👧',
  '--><!--',
)

const awkwardDraft = statuteText().chain((statute) =>
  fc.infiniteStream(awkwardWords).map((stream) => {
    const draft = draftOf(structuredClone(statute))
    for (const provision of walkProvisions(draft.provisions))
      if (provision.text !== '') provision.text += String(stream.next().value)
    return draft
  }),
)

describe('Akoma Ntoso', () => {
  describe.skipIf(!hasSchema)('against the OASIS schema', () => {
    it('every demo text is valid, at every stage of a bill', async () => {
      const documents: Record<string, string> = {}
      for (const { name, text } of demoTexts)
        for (const stage of draftStages)
          documents[`${name}-${stage}.xml`] = akomaNtoso(draftOf(parseDraft(text), stage), facts)
      expect(await schemaFaults(documents)).toEqual([])
    })

    it.skipIf(!hasLaws)('every real statute is valid', async () => {
      const documents = statutes.map(({ name }): [string, string] => [
        `${name}.xml`,
        akomaNtoso(draftOf(parseDraft(readStatute(name)), 'enacted'), facts),
      ])
      expect(await schemaFaults(Object.fromEntries(documents))).toEqual([])
    })

    it('any tree is valid, whatever its words', async () => {
      const documents = fc
        .sample(awkwardDraft, { numRuns: 60, seed: 5 })
        .map((draft, place): [string, string] => [`any-${place}.xml`, akomaNtoso(draft, facts)])
      expect(await schemaFaults(Object.fromEntries(documents))).toEqual([])
    })

    it('drafts with next to nothing in them are valid', async () => {
      const trees: Record<string, Provision[]> = {
        nothing: [],
        'an-annex-alone': [newProvision('annex', null, '附件', '')],
        'an-article-without-words': [newProvision('article', 1, '第一条', '')],
        'a-paragraph-without-words': [newProvision('paragraph', 1, '', '')],
      }
      const documents = Object.entries(trees).map(([name, provisions]): [string, string] => {
        assignIds(provisions, new Map())
        return [`${name}.xml`, akomaNtoso(draftOf({ title: '甲', enactmentNotes: [], provisions }), facts)]
      })
      expect(await schemaFaults(Object.fromEntries(documents))).toEqual([])
    })

    it('the check itself notices a wrong document', async () => {
      const good = akomaNtoso(draftOf(parseDraft(demoTexts[0]?.text ?? '')), facts)
      const faults = await schemaFaults({
        'wrong-element.xml': good.replace('<body>', '<body><p>甲</p>'),
        'same-id-twice.xml': good.replace('eId="art_2"', 'eId="art_1"'),
      })
      expect(faults.join('\n')).toMatch(/wrong-element\.xml.*not expected/s)
      expect(faults.join('\n')).toMatch(/same-id-twice\.xml.*[Dd]uplicate/s)
    })
  })

  it.each(demoTexts)('$name has all its words, read by another reader', async ({ text }) => {
    await expectAllWords(draftOf(parseDraft(text)))
  })

  it.skipIf(!hasLaws).each(statutes)('$name has all its words, read by another reader', async ({ name }) => {
    await expectAllWords(draftOf(parseDraft(readStatute(name))))
  })

  it('awkward words come through unchanged', async () => {
    for (const draft of fc.sample(awkwardDraft, { numRuns: 6, seed: 6 })) await expectAllWords(draft)
  })

  it('what XML cannot hold is replaced, so that the document can still be read', async () => {
    const provisions = [newProvision('paragraph', 1, '', '甲\u0000乙\ud800丙')]
    assignIds(provisions, new Map())
    const xml = akomaNtoso(draftOf({ title: '甲', enactmentNotes: [], provisions }), facts)
    expect(wordsIn(await canonical(xml), ['p'])).toContain('甲\ufffd乙\ufffd丙')
  })

  it('a bill becomes an act when it is enacted, and only then binds', () => {
    const parsed = parseDraft(demoTexts[0]?.text ?? '')
    const bill = akomaNtoso(draftOf(parsed, 'votingText'), facts)
    const act = akomaNtoso(draftOf(parsed, 'enacted'), facts)
    expect(bill).toContain('<bill name="bill"')
    expect(bill).toContain('<FRBRprescriptive value="false"/>')
    expect(act).toContain('<act name="act"')
    expect(act).toContain('<FRBRprescriptive value="true"/>')
  })

  it('names Work, Expression and Manifestation by country, date, bill, language and draft', () => {
    const xml = akomaNtoso(draftOf(parseDraft(demoTexts[0]?.text ?? '')), facts)
    const work = '/akn/cn/bill/2026-05-08/waterfront'
    expect(xml).toContain(`<FRBRuri value="${work}"/>`)
    expect(xml).toContain(`<FRBRuri value="${work}/zho@2026-11-03;waterfront-2"/>`)
    expect(xml).toContain(`<FRBRuri value="${work}/zho@2026-11-03;waterfront-2.xml"/>`)
    expect(xml).toContain('<FRBRlanguage language="zho"/>')
    expect(xml).toContain('showAs="二次审议稿"')
  })
})

describe('eIds', () => {
  it.skipIf(!hasLaws)('follow the naming convention in the criminal law', () => {
    const { provisions } = parseDraft(readStatute('criminal-law'))
    const eIds = new Map<string, string>(akomaNtosoIds(provisions))
    const expected = {
      'prt-1': 'part_1',
      'prt-1.chp-2.sec-4': 'part_1__chp_2__sec_4',
      'art-120-1': 'art_120-1',
      'art-17-1.p1': 'art_17-1__para_1',
      'art-20.p3': 'art_20__para_3',
      'annex-1': 'att_1',
      'annex-1.p1.s15': 'att_1__para_1__indent_15',
      supplement: 'part_nn_1',
    }
    for (const [id, eId] of Object.entries(expected)) expect(eIds.get(id), id).toBe(eId)
  })

  it('lead back to the provision they name, one each', () => {
    fc.assert(
      fc.property(statuteText(), ({ provisions }) => {
        const eIds = akomaNtosoIds(provisions)
        expect(new Set(eIds.values()).size).toBe([...walkProvisions(provisions)].length)
        for (const { id } of articlesOf(provisions))
          expect(provisionOfEId(provisions, eIds.get(id) ?? '')).toBe(id)
      }),
      { numRuns: 50 },
    )
  })

  it('stay apart when a number is printed twice, and stay when an article changes its chapter', () => {
    const twice = parseDraft('甲条例\n第一条　甲。\n第二条　乙。\n第二条　丙。\n').provisions
    expect([...akomaNtosoIds(twice).values()].filter((eId) => !eId.includes('__'))).toEqual([
      'art_1',
      'art_2',
      'art_2_2',
    ])
    const moved = parseDraft('甲条例\n第一章　甲\n第一条　甲。\n第二章　乙\n第二条　乙。\n').provisions
    expect([...akomaNtosoIds(moved).values()]).toContain('art_2')
  })

  it('an eId that is not there names nothing', () => {
    expect(provisionOfEId(parseDraft('甲条例\n第一条　甲。\n').provisions, 'art_9')).toBeUndefined()
  })
})

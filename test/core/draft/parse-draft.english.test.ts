import { describe, expect, it } from 'vitest'
import { readEnglishNumber, readLetter, readRoman } from '#core/draft/english-numbers.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { printDraft } from '#core/draft/print-draft.ts'
import { walkProvisions } from '#core/draft/provision.ts'

const outline = (text: string) =>
  [...walkProvisions(parseDraft(text).provisions)].map(
    ({ id, label, heading, text }) => `${id}|${label}|${heading ?? ''}|${text}`,
  )
const codes = (text: string) => parseDraft(text).problems.map(({ line, code }) => `${line} ${code}`)

const ordinance = `Riverbank Use Ordinance
Chapter I
General provisions
Article 1
Subject matter
1. This Ordinance governs the use of the banks.
2. It does not apply to:
(a) private moorings;
(b) works under Article 3, where
(i) a permit was given;
(ii) no harm is done.
Article 2
Definitions
In this Ordinance, "bank" means the strip of ten metres.
Article 1 of the Charter remains unaffected.
Chapter II — Duties
Article 3. Every person shall keep the banks clean.
Article 3A. Dogs shall be kept on a lead.
Annex I
List of banks
1. East bank`

const act = `Small Boats Act
An Act about small boats
Section 1. Short title. This Act may be cited as the Small Boats Act.
Sec. 2 (a) A boat shall carry a light.
(b) The light shall be
(1) white; and
(2) visible.
Section 1 applies to canoes.
§ 3 Repealed.`

describe('numbers', () => {
  it.each([
    ['12', 12],
    ['XIV', 14],
    ['twelve', 12],
    ['iix', undefined],
    ['', undefined],
    ['mix', 1009],
  ])('%s is %s', (text, value) => expect(readEnglishNumber(text)).toBe(value))

  it('letters go on with aa, and numerals are only read as properly written', () => {
    expect([readLetter('a'), readLetter('z'), readLetter('bb'), readLetter('ab')]).toEqual([
      1,
      26,
      28,
      undefined,
    ])
    expect([readRoman('iv'), readRoman('iiii'), readRoman('VX')]).toEqual([4, undefined, undefined])
  })
})

describe('English texts', () => {
  it('have articles with titles, numbered paragraphs, points, an inserted article and an annex', () => {
    expect(codes(ordinance)).toEqual([])
    expect(parseDraft(ordinance).title).toBe('Riverbank Use Ordinance')
    expect(outline(ordinance)).toEqual([
      'chp-1|Chapter I|General provisions|',
      'art-1|Article 1|Subject matter|',
      'art-1.p1|||',
      'art-1.p1.i1|1.||This Ordinance governs the use of the banks.',
      'art-1.p1.i2|2.||It does not apply to:',
      'art-1.p1.i2.s1|(a)||private moorings;',
      'art-1.p1.i2.s2|(b)||works under Article 3, where\n(i) a permit was given;\n(ii) no harm is done.',
      'art-2|Article 2|Definitions|',
      'art-2.p1|||In this Ordinance, "bank" means the strip of ten metres.',
      'art-2.p2|||Article 1 of the Charter remains unaffected.',
      'chp-2|Chapter II —|Duties|',
      'art-3|Article 3.||',
      'art-3.p1|||Every person shall keep the banks clean.',
      'art-3-1|Article 3A.||',
      'art-3-1.p1|||Dogs shall be kept on a lead.',
      'annex-1|Annex I|List of banks|',
      'annex-1.p1|||',
      'annex-1.p1.i1|1.||East bank',
    ])
  })

  it('may have sections instead, with a reference at the start of a line left alone', () => {
    expect(codes(act)).toEqual([])
    expect(outline(act)).toEqual([
      'art-1|Section 1.||',
      'art-1.p1|||Short title. This Act may be cited as the Small Boats Act.',
      'art-2|Sec. 2||',
      'art-2.p1|||',
      'art-2.p1.i1|(a)||A boat shall carry a light.',
      'art-2.p1.i2|(b)||The light shall be',
      'art-2.p1.i2.s1|(1)||white; and',
      'art-2.p1.i2.s2|(2)||visible.',
      'art-2.p2|||Section 1 applies to canoes.',
      'art-3|§ 3||',
      'art-3.p1|||Repealed.',
    ])
  })

  it('(i) is a letter after (h) and a numeral elsewhere', () => {
    const letters = [...'abcdefghij'].map((letter) => `(${letter}) x;`).join('\n')
    const ids = outline(`An Act\nSection 1. Things:\n${letters}\n(k) y:\n(i) z;\n(ii) z.`).map((line) =>
      line.slice(0, line.indexOf('|')),
    )
    expect(ids).toContain('art-1.p1.i10')
    expect(ids.slice(-3)).toEqual(['art-1.p1.i11', 'art-1.p1.i11.s1', 'art-1.p1.i11.s2'])
  })

  it.each([ordinance, act])('read the same after printing', (text) => {
    const draft = parseDraft(text)
    expect(parseDraft(printDraft(draft))).toEqual(draft)
  })

  it.each([
    ['An Act\nSection 1. A.\nSection 3. B.', '3 number-gap'],
    ['An Act\nArticle 1. A.\nArticle 1. B.', '3 number-repeated'],
    ['An Act\nArticle 1. Of:\n(a) x;\n(c) y.', '4 item-gap'],
  ])('%j names %s', (text, problem) => expect(codes(text)).toEqual([problem]))

  it('open with enacting words, over several lines, and may begin with another section than the first', () => {
    const text =
      'AN ACT concerning banks.\nBe it enacted by the People of the City,\nrepresented in the Assembly:\nSection 5. A.\nSection 10. B.'
    expect(codes(text)).toEqual(['4 number-gap', '5 number-gap'])
    expect(
      outline(text)
        .filter((line) => line.startsWith('art-'))
        .map((line) => line.slice(0, 6)),
    ).toEqual(['art-5|', 'art-5.', 'art-10', 'art-10'])
  })

  it('a line that breaks off is a title only where the other articles have one too', () => {
    const broken =
      'An Act\nSection 1. The Boats Act is amended by changing\nits first part.\nSection 2. It is in force.'
    expect(outline(broken)[0]).toBe('art-1|Section 1.||')
    const titled = 'An Act\nSection 1. Boats\nA boat floats.\nSection 2. Force\nIt is in force.'
    expect(outline(titled)[0]).toBe('art-1|Section 1.|Boats|')
  })

  it('a number without a stop, behind a gap, is read again after printing', () => {
    const draft = parseDraft('A Convention\nArticle 1\nScope\nA.\nArticle 4\nForce\nB.')
    expect(parseDraft(printDraft(draft)).provisions).toEqual(draft.provisions)
  })

  it('a Chinese text that mentions Article 1 stays Chinese', () => {
    expect(outline('某条例\n第一条　甲。\nArticle 1 是指乙。')[2]).toBe('art-1.p2|||Article 1 是指乙。')
  })
})

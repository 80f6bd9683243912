import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { printDraft } from '#core/draft/print-draft.ts'
import { addNoise } from '../../support/noise.ts'
import { statuteText } from '../../support/statute-text.ts'

const found = (text: string) => parseDraft(text).problems.map(({ line, code }) => `${line} ${code}`)
const articleLine = /^　　第[一二三四五六七八九十百零]+条　/u
const itemLine = /^　　（([一二三四五六七八九十]+)）/u

/** A printed statute and, for what `pick` names, the places among its lines. */
function withPlace(pattern: RegExp) {
  return fc
    .tuple(statuteText(), fc.nat())
    .map(([draft, seed]) => {
      const lines = printDraft(draft).split('\n')
      const places = lines.flatMap((line, at) => (pattern.test(line) ? [at] : []))
      return { lines, places, seed }
    })
    .filter(({ places }) => places.length > 1)
}

describe('a planted fault is named at its own line, also under noise', () => {
  it('an article that was left out is a gap at the next one', () => {
    fc.assert(
      fc.property(withPlace(articleLine), ({ lines, places, seed }) => {
        const at = places[seed % (places.length - 1)] ?? 0
        const label = /^　　第[^条]+条/u.exec(lines[at] ?? '')?.[0] ?? ''
        const isAlone = lines.filter((line) => line.startsWith(label)).length === 1
        const next = places[places.indexOf(at) + 1] ?? 0
        // The words stay behind as 款 of the article before; what is under test is the number.
        const broken = lines.map((line, place) => (place === at ? line.replace(label, '　　余文') : line))
        const text = broken.join('\n')
        if (isAlone) expect(found(text)).toContain(`${next + 1} number-gap`)
        expect(found(addNoise(text))).toEqual(found(text))
      }),
      { numRuns: 150 },
    )
  })

  it('an article that stands twice is a repetition at the second', () => {
    fc.assert(
      fc.property(withPlace(articleLine), ({ lines, places, seed }) => {
        const at = places[seed % places.length] ?? 0
        const text = lines.toSpliced(at, 0, lines[at] ?? '').join('\n')
        expect(found(text)).toContain(`${at + 2} number-repeated`)
        expect(found(addNoise(text))).toEqual(found(text))
      }),
      { numRuns: 150 },
    )
  })

  it('a 项 that was skipped is named at the one that comes', () => {
    fc.assert(
      fc.property(withPlace(itemLine), ({ lines, places, seed }) => {
        const at = places.find(
          (place, index) => index >= seed % places.length && /（二）/u.test(lines[place] ?? ''),
        )
        if (at === undefined) return
        const text = lines.with(at, (lines[at] ?? '').replace('（二）', '（九）')).join('\n')
        expect(found(text)).toContain(`${at + 1} item-gap`)
        expect(found(addNoise(text))).toEqual(found(text))
      }),
      { numRuns: 150 },
    )
  })
})

describe('stray headings', () => {
  it('a 节 before any 章 is named where 章 follow', () => {
    expect(found('某条例\n第一节 甲\n第一条 乙。\n第一章 丙\n第二条 丁。')).toEqual(['2 stray-heading'])
    expect(found('某条例\n第一节 甲\n第一条 乙。\n第二节 丙\n第二条 丁。')).toEqual([])
    expect(found('某条例\n第一节 甲\n第一条 乙。\n附　则\n第二条 丁。')).toEqual([])
  })

  it('a heading that a page repeated is named twice: as repeated and as empty', () => {
    expect(found('某条例\n第一章 甲\n第一条 乙。\n第二章 丙\n第二章 丙\n第二条 丁。')).toEqual([
      '4 empty-provision',
      '5 number-repeated',
    ])
  })
})

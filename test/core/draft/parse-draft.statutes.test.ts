import { describe, expect, it } from 'vitest'
import { readNumeral } from '#core/draft/numerals.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { printDraft } from '#core/draft/print-draft.ts'
import { articlesOf, walkProvisions } from '#core/draft/provision.ts'
import { addNoise } from '../../support/noise.ts'
import { hasLaws, readStatute, statutes } from '../../support/statutes.ts'

const squeeze = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')

const n = '[一二三四五六七八九十百零]+'
const label = `第${n}[条章节编](?:之${n})?`

/** Ways in which the same statute reaches a clipboard. */
const pastings: Record<string, (text: string) => string> = {
  'without blanks behind its labels': (text) =>
    text.replace(new RegExp(`^([　 ]*${label})[　 ]+`, 'gmu'), '$1'),
  'without indents': (text) => text.replace(/^[　 ]+/gmu, ''),
  'without the title of its contents': (text) => text.replace(/^目　录$/mu, ''),
  'with digits in its labels': (text) =>
    text.replace(
      new RegExp(`^([　 ]*)第(${n})([条章节编])`, 'gmu'),
      (_, indent: string, numeral: string, unit: string) => `${indent}第${readNumeral(numeral)}${unit}`,
    ),
  'with blanks inside its labels': (text) =>
    text.replace(new RegExp(`^([　 ]*)第(${n})([条章节编])`, 'gmu'), '$1第 $2 $3'),
  'with a blank line after every line': (text) => text.replaceAll('\n', '\n\n'),
  'with every label on its own line': (text) =>
    text.replace(new RegExp(`^([　 ]*${label})　(?!（删去）)`, 'gmu'), '$1\n　　'),
  'as Markdown': (text) => text.replace(/^　　　　(第.*)$/gmu, '## $1').replace(/^　　/gmu, ''),
}

describe.skipIf(!hasLaws)('real statutes', () => {
  it.each(statutes)('$name has $articles articles and no problem', ({ name, title, articles, notes }) => {
    const draft = parseDraft(readStatute(name))
    expect(draft.problems).toEqual([])
    expect(draft.title).toBe(title)
    expect(draft.enactmentNotes).toHaveLength(notes)
    expect(articlesOf(draft.provisions)).toHaveLength(articles)
  })

  it.each(statutes)('$name keeps every word from its first chapter or article on', ({ name }) => {
    const source = readStatute(name)
    const { provisions } = parseDraft(source)
    let kept = ''
    for (const { label, heading, text } of walkProvisions(provisions)) kept += label + (heading ?? '') + text
    expect(squeeze(source).endsWith(squeeze(kept))).toBe(true)
    const outside = squeeze(source).length - squeeze(kept).length
    expect(outside).toBeLessThan(name === 'criminal-law' ? 2000 : 400)
  })

  it.each(statutes)('$name is the same after printing and reading again', ({ name }) => {
    const draft = parseDraft(readStatute(name))
    expect(parseDraft(printDraft(draft))).toEqual(draft)
  })

  it.each(statutes)('$name is the same under typesetting noise', ({ name }) => {
    const source = readStatute(name)
    expect(parseDraft(addNoise(source))).toEqual(parseDraft(source))
  })

  it.each(Object.entries(pastings))('%s, each statute has the same tree', (_, paste) => {
    for (const { name } of statutes) {
      const ids = (text: string) => [...walkProvisions(parseDraft(text).provisions)].map(({ id }) => id)
      const source = readStatute(name)
      expect(ids(paste(source)), name).toEqual(ids(source))
      expect(parseDraft(paste(source)).problems, name).toEqual([])
    }
  })

  it.each(statutes)('$name gives every provision its own id', ({ name }) => {
    const ids = [...walkProvisions(parseDraft(readStatute(name)).provisions)].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => /^[a-z0-9][a-z0-9.~-]{0,79}$/.test(id))).toBe(true)
  })

  it('the criminal law has 53 inserted articles, 编 with their own 章, 附则 and two 附件', () => {
    const { provisions } = parseDraft(readStatute('criminal-law'))
    expect(articlesOf(provisions).filter(({ insertion }) => insertion !== undefined)).toHaveLength(53)
    expect(provisions.map(({ id }) => id)).toEqual(['prt-1', 'prt-2', 'supplement', 'annex-1', 'annex-2'])
    const ids = new Set([...walkProvisions(provisions)].map(({ id }) => String(id)))
    for (const id of ['art-120-1', 'art-17-1.p1', 'prt-1.chp-2.sec-4', 'prt-2.chp-3.sec-8', 'annex-1.p1.s15'])
      expect(ids).toContain(id)
  })

  it('reading takes time in proportion to length', () => {
    const law = readStatute('criminal-law')
    const cpuMs = (read: () => void): number => {
      const started = process.threadCpuUsage()
      read()
      return process.threadCpuUsage(started).user / 1000
    }
    const one = cpuMs(() => parseDraft(law))
    expect(cpuMs(() => parseDraft(law.repeat(10)))).toBeLessThan(Math.max(3000, one * 40))
  })
})

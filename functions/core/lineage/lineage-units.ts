import type { ProvisionId } from '../ids.ts'
import type { Provision } from '../draft/provision.ts'
import { provisionWords } from '../draft/provision.ts'

/**
 * What a lineage links: an article, or the words that stand in a draft outside any article (a 序言, an annex that
 * is not in articles). Together the units hold every word of a draft but the titles of 编 章 节.
 */
export interface LineageUnit {
  id: ProvisionId
  provision: Provision
  /** All its words as printed, without the article's own number, one line per 款/项/目. */
  words: string
  /** Number and 之 as one text, `''` where none is printed. */
  number: string
}

/** The units of a draft in reading order. */
export function lineageUnits(provisions: readonly Provision[]): LineageUnit[] {
  const units: LineageUnit[] = []
  const visit = (provision: Provision): void => {
    if (provision.kind === 'article') {
      units.push(unitOf(provision, [provision.heading ?? '', ...provision.children.map(provisionWords)]))
      return
    }
    const loose = isContainer(provision) ? provision.children.filter((child) => !isContainer(child)) : []
    const own = loose.filter(({ kind }) => kind !== 'article')
    const words = [
      isContainer(provision) ? provision.text : provisionWords(provision),
      ...own.map(provisionWords),
    ]
    if (words.some((line) => line !== '')) units.push(unitOf(provision, words))
    for (const child of provision.children) if (child.kind === 'article' || isContainer(child)) visit(child)
  }
  for (const provision of provisions) visit(provision)
  return units
}

function unitOf(provision: Provision, lines: string[]): LineageUnit {
  const { id, kind, number, insertion } = provision
  const words = lines.filter((line) => line !== '').join('\n')
  const printed = kind === 'article' && number !== null ? `${number}-${insertion ?? 0}` : ''
  return { id, provision, words, number: printed }
}

/** 编 章 节 附件: what has articles or a title of its own under it. */
export function isContainer({ kind }: Provision): boolean {
  return kind === 'part' || kind === 'chapter' || kind === 'section' || kind === 'annex'
}

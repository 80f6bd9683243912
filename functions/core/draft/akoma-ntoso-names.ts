import type { ProvisionId } from '../ids.ts'
import type { Provision, ProvisionKind } from './provision.ts'

/** The element of the Akoma Ntoso vocabulary that holds a provision, and its short name inside an eId. */
export interface AkomaNtosoName {
  element: string
  reference: string
}

/**
 * Chosen among the hierarchical elements every Chinese kind has a namesake for, so that nothing needs a generic
 * `hcontainer`: 编 part, 分编 subpart, 章 chapter, 节 section, 条 article, 款 paragraph, 项 point, 目 indent. (The
 * vocabulary gives these no order of their own: a section may stand in a chapter and an article in a section.)
 * Short names from the Naming Convention 1.0, §5.4.2.
 */
const names: Record<ProvisionKind, AkomaNtosoName> = {
  part: { element: 'part', reference: 'part' },
  chapter: { element: 'chapter', reference: 'chp' },
  section: { element: 'section', reference: 'sec' },
  article: { element: 'article', reference: 'art' },
  paragraph: { element: 'paragraph', reference: 'para' },
  item: { element: 'point', reference: 'point' },
  subitem: { element: 'indent', reference: 'indent' },
  annex: { element: 'attachment', reference: 'att' },
  closing: { element: 'conclusions', reference: 'conclusions' },
}

/** 分编 is a `part` of our tree that says so only in its label. */
export function akomaNtosoName({ kind, label }: Pick<Provision, 'kind' | 'label'>): AkomaNtosoName {
  return kind === 'part' && label.includes('分编')
    ? { element: 'subpart', reference: 'subpart' }
    : names[kind]
}

/**
 * The eId of every provision of a draft (Naming Convention 1.0, §5.4): `part_1__chp_2__sec_4`,
 * `art_24__para_1__point_3`, 第一百二十条之一 `art_120-1`, `att_1__para_1`. The prefix is the context that makes the
 * rest unique and no more: articles are numbered through the whole text, so theirs names no chapter and survives a
 * move (R7). What prints no number (附则) is counted apart as `chp_nn_1`; a number printed twice takes `_2`.
 */
export function akomaNtosoIds(provisions: readonly Provision[]): Map<ProvisionId, string> {
  const ids = new Map<ProvisionId, string>()
  const taken = new Set<string>()
  const visit = (siblings: readonly Provision[], above: string): void => {
    let unnumbered = 0
    for (const provision of siblings) {
      if (provision.number === null) unnumbered += 1
      const eId = free(above + ownName(provision, unnumbered), taken)
      ids.set(provision.id, eId)
      for (const child of provision.children) {
        if (child.kind === 'article' && provision.kind !== 'annex') visit([child], '')
      }
      const inContext = provision.children.filter(
        (child) => child.kind !== 'article' || provision.kind === 'annex',
      )
      visit(inContext, `${eId}__`)
    }
  }
  visit(provisions, '')
  return ids
}

function ownName(provision: Provision, unnumbered: number): string {
  const { number, insertion } = provision
  const { reference } = akomaNtosoName(provision)
  if (provision.kind === 'closing') return reference
  if (number === null) return `${reference}_nn_${unnumbered}`
  return `${reference}_${number}${insertion === undefined ? '' : `-${insertion}`}`
}

function free(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let times = 2; taken.has(name); times += 1) name = `${wanted}_${times}`
  taken.add(name)
  return name
}

/** The provision an eId of the same draft means, `undefined` for one that is not there. */
export function provisionOfEId(provisions: readonly Provision[], eId: string): ProvisionId | undefined {
  for (const [id, candidate] of akomaNtosoIds(provisions)) if (candidate === eId) return id
  return undefined
}

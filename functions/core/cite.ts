import type { ProvisionId } from './ids.ts'
import { writeNumeral } from './numerals.ts'
import type { Provision } from './provision.ts'

/**
 * Cites a provision as Chinese law does: 第十二条第二款第（三）项第1目, 第一百二十条之一, 第二编第三章第一节, 附件一.
 * A 款 that is the only one of its article is not named. `''` for an id that is not in the tree.
 */
export function citeProvision(provisions: readonly Provision[], id: ProvisionId | null): string {
  if (id === null) return ''
  const path = pathTo(provisions, id)
  const from = path.findIndex(({ kind }) => kind === 'article' || kind === 'annex')
  const named = from < 0 ? path : path.slice(from)
  return named.map((provision, depth) => cited(provision, named[depth - 1])).join('')
}

/** The provisions from the outermost one down to `id`; empty when it is not in the tree. */
export function pathTo(provisions: readonly Provision[], id: ProvisionId): Provision[] {
  for (const provision of provisions) {
    if (provision.id === id) return [provision]
    const below = pathTo(provision.children, id)
    if (below.length > 0) return [provision, ...below]
  }
  return []
}

function cited(provision: Provision, parent: Provision | undefined): string {
  const { kind, number, insertion, label, heading } = provision
  const numeral = number === null ? undefined : writeNumeral(number)
  if (kind === 'annex') return label.replace(/[:：]$/u, '')
  if (numeral === undefined) return label || (heading ?? '')
  if (kind === 'paragraph') return isOnlyParagraph(parent) ? '' : `第${numeral}款`
  if (kind === 'item') return `第（${numeral}）项`
  if (kind === 'subitem') return `第${number}目`
  if (kind === 'article') return `第${numeral}条${inserted(insertion)}`
  return label
}

function inserted(insertion: number | undefined): string {
  return insertion === undefined ? '' : `之${writeNumeral(insertion)}`
}

function isOnlyParagraph(parent: Provision | undefined): boolean {
  return parent !== undefined && parent.children.filter(({ kind }) => kind === 'paragraph').length === 1
}

import type { ProvisionId } from '../ids.ts'
import { writeNumeral } from './numerals.ts'
import type { Provision } from './provision.ts'

/** What offices call the lines below a text, who signed it and when. */
export const closingName = '落款'

/** Citations of each tree met, made in one walk: a table of a million rows asks for the same few hundred. */
const citationsOf = new WeakMap<readonly Provision[], Map<ProvisionId, string>>()

/**
 * Cites a provision as Chinese law does: 第十二条第二款第（三）项第1目, 第一百二十条之一, 第二编第三章第一节, 附件一.
 * A 款 that is the only one of its article is not named. `''` for an id that is not in the tree, and for `null`.
 * The tree must not change after it was first cited from; drafts never do (R8).
 */
export function citeProvision(provisions: readonly Provision[], id: ProvisionId | null): string {
  if (id === null) return ''
  let citations = citationsOf.get(provisions)
  if (!citations) {
    citations = new Map()
    collect(provisions, undefined, '', citations)
    citationsOf.set(provisions, citations)
  }
  return citations.get(id) ?? ''
}

/** An article and an annex are cited alone, whatever they stand in. */
function collect(
  siblings: readonly Provision[],
  parent: Provision | undefined,
  above: string,
  citations: Map<ProvisionId, string>,
): void {
  for (const provision of siblings) {
    const standsAlone =
      provision.kind === 'annex' || (provision.kind === 'article' && parent?.kind !== 'annex')
    const citation = (standsAlone ? '' : above) + cited(provision, parent)
    citations.set(provision.id, citation)
    collect(provision.children, provision, citation, citations)
  }
}

function cited(provision: Provision, parent: Provision | undefined): string {
  const { kind, number, insertion, label, heading } = provision
  const numeral = number === null ? undefined : writeNumeral(number)
  if (kind === 'closing') return closingName
  if (kind === 'annex') return label.replace(/[:：]$/u, '') || (heading ?? '')
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

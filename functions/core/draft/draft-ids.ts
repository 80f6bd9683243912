import type { ProvisionId } from '../ids.ts'
import type { Provision, ProvisionKind } from './provision.ts'

const shortNames: Record<ProvisionKind, string> = {
  part: 'prt-',
  chapter: 'chp-',
  section: 'sec-',
  article: 'art-',
  paragraph: 'p',
  item: 'i',
  subitem: 's',
  annex: 'annex-',
  closing: 'closing',
}

/**
 * Gives every provision its id as `ProvisionId` describes it. An article's id does not name its chapter, so it
 * survives being moved; what repeats a number takes `~2`. Changes the tree in place.
 *
 * `ownNames` holds the names of provisions that print no number (附则 → `supplement`).
 */
export function assignIds(provisions: readonly Provision[], ownNames: ReadonlyMap<Provision, string>): void {
  const taken = new Map<string, number>()
  const visit = (provision: Provision, above: string, place: number): void => {
    const own = ownNames.get(provision) ?? nameOf(provision, place)
    const wanted = above === '' ? own : `${above}.${own}`
    const times = (taken.get(wanted) ?? 0) + 1
    taken.set(wanted, times)
    const id = times === 1 ? wanted : `${wanted}~${times}`
    provision.id = id as ProvisionId
    for (const child of provision.children) {
      const free = child.kind === 'article' && provision.kind !== 'annex'
      visit(child, free ? '' : id, 0)
    }
  }
  let annexes = 0
  for (const provision of provisions) {
    if (provision.kind === 'annex') annexes += 1
    visit(provision, '', annexes)
  }
}

function nameOf({ kind, number, insertion }: Provision, place: number): string {
  if (kind === 'closing') return shortNames.closing
  const printed = number ?? (kind === 'annex' ? place : 'x')
  return shortNames[kind] + String(printed) + (insertion === undefined ? '' : `-${insertion}`)
}

import { citeProvision } from '#core/draft/cite.ts'
import type { ProvisionId } from '#core/ids.ts'
import type { Provision, ProvisionKind } from '#core/draft/provision.ts'
import { all } from './dom.ts'

const kinds: Record<string, ProvisionKind> = { p: 'paragraph', i: 'item', s: 'subitem' }

/** `art-120-1` → 第一百二十条之一, `art-24.p2.i3` → 第二十四条第二款第（三）项, also for one that is not on this page. */
export function articleName(id: string): string {
  const [article = '', ...parts] = id.split('.')
  const root = bareArticle(article)
  let above = root
  for (const part of parts) {
    const [, letter = '', place] = /^([pis])(\d+)/.exec(part) ?? []
    const kind = kinds[letter]
    if (kind === undefined) break
    const held = provision(`${above.id}.${part}`, kind, place)
    // Whether its 款 is the only one is not known here: it is named.
    above.children.push(held, ...(kind === 'paragraph' ? [provision('', kind, '0')] : []))
    above = held
  }
  return citeProvision([root], id as ProvisionId)
}

function bareArticle(id: string): Provision {
  const [, number, insertion] = /^art-(\d+)(?:-(\d+))?/.exec(id) ?? []
  const made = provision(id, 'article', number)
  if (insertion !== undefined) made.insertion = Number(insertion)
  return made
}

/** The article as a tree, read back from its anchors: `art-120-1`, `art-120-1.p2.i3`. */
export function readArticle(article: HTMLElement): Provision {
  const root = bareArticle(article.id)
  root.label = article.querySelector('.number a')?.textContent ?? ''
  const byId = new Map<string, Provision>([[article.id, root]])
  for (const { id } of all(article, '.words p[id]')) {
    const at = id.lastIndexOf('.')
    const [, letter = '', place] = /^([pis])(\d+)/.exec(id.slice(at + 1)) ?? []
    const kind = kinds[letter]
    if (kind === undefined) continue
    const part = provision(id, kind, place)
    byId.get(id.slice(0, at))?.children.push(part)
    byId.set(id, part)
  }
  return root
}

function provision(id: string, kind: ProvisionKind, number: string | undefined): Provision {
  return {
    id: id as ProvisionId,
    kind,
    number: number === undefined ? null : Number(number),
    label: '',
    text: '',
    children: [],
  }
}

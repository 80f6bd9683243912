import { closingName } from './cite.ts'
import { numeralChars, readNumeral } from './numerals.ts'
import { walkProvisions, type Provision, type ProvisionKind } from './provision.ts'

/** No citation is longer; what is, is a sentence and is not worth a regular expression's time. */
const maxCitationChars = 60

const n = `([${numeralChars}]+)`
const bracketed = `[（(]?${n}[)）]?`
const article = new RegExp(
  `^第?${n}条?(?:(?:之|-)${n})?(?:第?${n}款)?(?:第?${bracketed}项)?(?:第?${bracketed}目)?$`,
  'u',
)
const container = new RegExp(`^(?:第${n}(?:编|部分))?(?:第${n}分编)?(?:第${n}章)?(?:第${n}节)?$`, 'u')
const annex = new RegExp(`^附[件录表图]${n}?$`, 'u')
const containerKinds: ProvisionKind[] = ['part', 'part', 'chapter', 'section']

/**
 * Finds the provision that people mean by 「第二十四条」「24」「二十四」「第24条第二款第（三）项」「第１２０条之一」
 * 「第四章第二节」「附件一」「附则」 or an id such as `art-24.p2`. Words behind a blank, 「第二十四条 禁止垂钓」, are
 * ignored. `undefined` when the text is no citation, names several provisions, or names one that is not there.
 */
export function findProvision(provisions: readonly Provision[], citation: string): Provision | undefined {
  const text = citation
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .trim()
  const all = [...walkProvisions(provisions)]
  const byId = all.find(({ id }) => id === text.toLowerCase())
  return byId ?? findCited(all, provisions, text.replace(/\s+/gu, '')) ?? findLeading(all, provisions, text)
}

/** The longest run of leading words that is a citation, 「第二 十四条 第二款 改为…」. */
function findLeading(
  all: Provision[],
  provisions: readonly Provision[],
  text: string,
): Provision | undefined {
  const words = text.split(/\s+/u).slice(0, 8)
  for (let count = words.length - 1; count > 0; count -= 1) {
    const found = findCited(all, provisions, words.slice(0, count).join(''))
    if (found) return findCited(all, provisions, words[count] ?? '') ? undefined : found
  }
  return undefined
}

function findCited(
  all: readonly Provision[],
  provisions: readonly Provision[],
  text: string,
): Provision | undefined {
  if (text.length > maxCitationChars) return undefined
  const cited = article.exec(text)
  if (cited) return findInArticle(all, cited.slice(1))
  const inContainers = container.exec(text)
  if (text !== '' && inContainers) return findContainer(provisions, inContainers.slice(1))
  const annexNumber = annex.exec(text)
  if (annexNumber) return findAnnex(provisions, annexNumber[1])
  if (text === closingName) return provisions.find(({ kind }) => kind === 'closing')
  return all.find(({ number, heading }) => number === null && heading === text)
}

function findInArticle(all: readonly Provision[], numerals: (string | undefined)[]): Provision | undefined {
  const [number, insertion, paragraph, item, subitem] = numerals.map(numberOf)
  const found = all.find(
    (candidate) =>
      candidate.kind === 'article' && candidate.number === number && candidate.insertion === insertion,
  )
  if (!found || [number, insertion, paragraph, item, subitem].some(Number.isNaN)) return undefined
  const steps: [ProvisionKind, number | undefined][] = [
    ['paragraph', paragraph],
    ['item', item],
    ['subitem', subitem],
  ]
  let here: Provision | undefined = found
  for (const [kind, wanted] of steps) {
    if (wanted === undefined || !here) continue
    here = only(descend(here, kind).filter((child) => child.number === wanted))
  }
  return here
}

/** Children of a kind; the 款 between an article and its 项 may be left unsaid, the 项 above a 目 too. */
function descend(provision: Provision, kind: ProvisionKind): Provision[] {
  if (kind === 'paragraph') return provision.children.filter((child) => child.kind === kind)
  return [...walkProvisions(provision.children)].filter((child) => child.kind === kind)
}

function only(found: readonly Provision[]): Provision | undefined {
  return found.length === 1 ? found[0] : undefined
}

function findContainer(
  provisions: readonly Provision[],
  numerals: (string | undefined)[],
): Provision | undefined {
  let among: readonly Provision[] = provisions
  let here: Provision | undefined
  for (const [place, numeral] of numerals.entries()) {
    if (numeral === undefined) continue
    const kind = containerKinds[place]
    const below: Provision[] = [...walkProvisions(among)].filter((candidate) => candidate.kind === kind)
    here = only(below.filter(({ number, label }) => number === numberOf(numeral) && isSubpart(label, place)))
    if (!here) return undefined
    among = here.children
  }
  return here
}

function isSubpart(label: string, place: number): boolean {
  return place > 1 || label.includes('分编') === (place === 1)
}

function findAnnex(provisions: readonly Provision[], numeral: string | undefined): Provision | undefined {
  const annexes = provisions.filter(({ kind }) => kind === 'annex')
  if (numeral === undefined) return only(annexes)
  const number = numberOf(numeral)
  return annexes.find((candidate, place) => (candidate.number ?? place + 1) === number)
}

/** NaN for a numeral that cannot be read, so that it matches nothing. */
function numberOf(numeral: string | undefined): number | undefined {
  return numeral === undefined ? undefined : (readNumeral(numeral) ?? Number.NaN)
}

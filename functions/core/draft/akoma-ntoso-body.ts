import { akomaNtosoName } from './akoma-ntoso-names.ts'
import type { ProvisionId } from '../ids.ts'
import type { Provision } from './provision.ts'
import { xmlElement, xmlText } from '../text/xml.ts'

type EIds = ReadonlyMap<ProvisionId, string>

/**
 * One provision and all below it as an Akoma Ntoso hierarchy: `num` is the printed label, `heading` the title behind
 * it, words with 项 under them are `intro`, words alone are `content`, a line break inside them a new `p`. White
 * space stands only where the schema allows no text, so the words are exactly the text of `num`, `heading` and `p`.
 */
export function akomaNtosoProvision(provision: Provision, eIds: EIds): string {
  const eId = eIds.get(provision.id) ?? provision.id
  const { text, children } = provision
  const head = akomaNtosoHead(provision, eId)
  const below = children.map((child) => akomaNtosoProvision(child, eIds)).join('')
  const words =
    children.length > 0
      ? (text === '' ? '' : xmlElement('intro', { eId: `${eId}__intro` }, akomaNtosoLines(text))) + below
      : text === '' && head !== ''
        ? ''
        : xmlElement('content', { eId: `${eId}__content` }, akomaNtosoLines(text))
  return `\n${xmlElement(akomaNtosoName(provision).element, { eId }, head + words)}`
}

/** Label and title of a provision. */
export function akomaNtosoHead({ label, heading }: Provision, eId: string): string {
  const num = label === '' ? '' : xmlElement('num', { eId: `${eId}__num` }, xmlText(label))
  const title =
    heading === undefined || heading === ''
      ? ''
      : xmlElement('heading', { eId: `${eId}__heading` }, xmlText(heading))
  return num + title
}

/** Words as blocks, one a line. */
export function akomaNtosoLines(text: string): string {
  return text
    .split('\n')
    .map((line) => xmlElement('p', {}, xmlText(line)))
    .join('')
}

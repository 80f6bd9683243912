import { akomaNtosoHead, akomaNtosoLines, akomaNtosoProvision } from './akoma-ntoso-body.ts'
import {
  akomaNtosoKind,
  akomaNtosoMeta,
  type AkomaNtosoFacts,
  type ExportedDraft,
} from './akoma-ntoso-meta.ts'
import { akomaNtosoIds } from './akoma-ntoso-names.ts'
import type { DraftText } from '../bill.ts'
import type { ProvisionId } from '../ids.ts'
import type { Provision } from './provision.ts'
import { xmlElement, xmlText } from '../text/xml.ts'

/** Namespace of Akoma Ntoso 3.0 (OASIS Standard, 29 August 2018). */
const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

/**
 * A draft as an Akoma Ntoso 3.0 document, valid against the OASIS schema: title and 题注 in `preface`, the text in
 * `body`, 落款 in `conclusions`, every 附件 a document of its own in `attachments`. Every character of title, notes and provisions stands in
 * it exactly once. Deterministic: the same draft and facts give the same bytes. UTF-8, ends in `\n`.
 */
export function akomaNtoso(
  draft: Pick<DraftText, 'title' | 'enactmentNotes' | 'provisions'> & ExportedDraft,
  facts: AkomaNtosoFacts,
): string {
  const eIds = akomaNtosoIds(draft.provisions)
  const annexes = draft.provisions.filter(({ kind }) => kind === 'annex')
  const parts = [
    akomaNtosoMeta(draft, facts, 'main'),
    preface(draft),
    body(draft, eIds),
    conclusions(draft, eIds),
    annexes.length === 0
      ? ''
      : xmlElement(
          'attachments',
          {},
          annexes.map((annex, place) => attachment(annex, place + 1, draft, facts, eIds)).join(''),
        ),
  ]
  const kind = akomaNtosoKind(draft)
  const content = `\n${parts.filter((part) => part !== '').join('\n')}\n`
  const document = xmlElement(kind, { name: kind, contains: 'singleVersion' }, content)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement('akomaNtoso', { xmlns: namespace }, `\n${document}\n`)}\n`
}

function preface({ title, enactmentNotes }: Pick<DraftText, 'title' | 'enactmentNotes'>): string {
  const longTitle = xmlElement(
    'longTitle',
    { eId: 'preface__longTitle' },
    xmlElement('p', {}, xmlElement('docTitle', {}, xmlText(title))),
  )
  const notes = xmlElement(
    'container',
    { name: 'enactmentNotes', eId: 'preface__container_1' },
    enactmentNotes.map((note) => akomaNtosoLines(note)).join(''),
  )
  return xmlElement('preface', {}, longTitle + (enactmentNotes.length === 0 ? '' : notes))
}

/** The schema wants something in every body; a draft without provisions has an empty container there. */
function body({ provisions }: Pick<DraftText, 'provisions'>, eIds: ReadonlyMap<ProvisionId, string>): string {
  const written = provisions
    .filter(({ kind }) => kind !== 'annex' && kind !== 'closing')
    .map((provision) => akomaNtosoProvision(provision, eIds))
    .join('')
  return xmlElement('body', {}, written || xmlElement('hcontainer', { eId: 'hcontainer_1', name: 'empty' }))
}

/** All that closes the text: the schema has one place for it, behind the body and before the attachments. */
function conclusions(
  { provisions }: Pick<DraftText, 'provisions'>,
  eIds: ReadonlyMap<ProvisionId, string>,
): string {
  const closings = provisions.filter(({ kind }) => kind === 'closing')
  const [first] = closings
  if (!first) return ''
  const words = closings.map(({ text }) => akomaNtosoLines(text)).join('')
  return xmlElement('conclusions', { eId: eIds.get(first.id) ?? first.id }, words)
}

function attachment(
  annex: Provision,
  place: number,
  draft: ExportedDraft,
  facts: AkomaNtosoFacts,
  eIds: ReadonlyMap<ProvisionId, string>,
): string {
  const eId = eIds.get(annex.id) ?? annex.id
  const words =
    (annex.text === '' ? '' : akomaNtosoLines(annex.text)) +
    annex.children.map((child) => akomaNtosoProvision(child, eIds)).join('')
  const doc = xmlElement(
    'doc',
    { name: 'annex' },
    `\n${akomaNtosoMeta(draft, facts, `annex_${place}`)}\n${xmlElement('mainBody', {}, words || xmlElement('p', {}))}`,
  )
  return `\n${xmlElement('attachment', { eId }, akomaNtosoHead(annex, eId) + doc)}`
}

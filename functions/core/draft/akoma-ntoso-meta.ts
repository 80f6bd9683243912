import type { DraftText } from '../bill.ts'
import { draftStageNames } from '../names.ts'
import type { CalendarDate } from '../time.ts'
import { xmlElement } from '../text/xml.ts'

/** What an export says of a draft beside its words. */
export interface AkomaNtosoFacts {
  /** Title of the bill, which outlives the titles of its drafts. */
  billTitle: string
  /** Date of the bill's first published text: the date of the Work. */
  beganOn: CalendarDate
  /** Date of this text. */
  datedOn: CalendarDate
  /** The legislature, 云溪市人民代表大会常务委员会. */
  authority: string
}

export type ExportedDraft = Pick<DraftText, 'id' | 'billId' | 'stage'>

/** A bill until it is enacted: Akoma Ntoso knows the two as two kinds of document. */
export function akomaNtosoKind({ stage }: Pick<DraftText, 'stage'>): 'bill' | 'act' {
  return stage === 'enacted' ? 'act' : 'bill'
}

/** IRIs of Work and Expression (Naming Convention 1.0, §4.5 and §4.6): date and draft name the version. */
export function akomaNtosoIris(
  draft: ExportedDraft,
  { beganOn, datedOn }: Pick<AkomaNtosoFacts, 'beganOn' | 'datedOn'>,
): { work: string; expression: string } {
  const work = `/akn/cn/${akomaNtosoKind(draft)}/${beganOn}/${draft.billId}`
  return { work, expression: `${work}/zho@${datedOn};${draft.id}` }
}

const one = (name: string, value: string) => xmlElement(name, { value })

/**
 * `meta` of the draft (`component` = `main`) or of one of its annexes (`annex_1`). Prescriptive is only what is in
 * force as enacted; none is authoritative: that is the gazette's text alone.
 */
export function akomaNtosoMeta(draft: ExportedDraft, facts: AkomaNtosoFacts, component: string): string {
  const { work, expression } = akomaNtosoIris(draft, facts)
  const about = (uri: string, thisOne: string, date: string, meaning: string) =>
    one('FRBRthis', thisOne) +
    one('FRBRuri', uri) +
    xmlElement('FRBRdate', { date, name: meaning }) +
    xmlElement('FRBRauthor', { href: '#authority', as: '#author' })
  const prescriptive = String(draft.stage === 'enacted')
  const levels = [
    xmlElement(
      'FRBRWork',
      {},
      about(work, `${work}/!${component}`, facts.beganOn, 'began') +
        one('FRBRcountry', 'cn') +
        one('FRBRnumber', draft.billId) +
        one('FRBRname', facts.billTitle) +
        one('FRBRprescriptive', prescriptive) +
        one('FRBRauthoritative', 'false'),
    ),
    xmlElement(
      'FRBRExpression',
      {},
      about(expression, `${expression}/!${component}`, facts.datedOn, draft.stage) +
        one('FRBRversionNumber', draft.id) +
        one('FRBRauthoritative', 'false') +
        xmlElement('FRBRlanguage', { language: 'zho' }),
    ),
    xmlElement(
      'FRBRManifestation',
      {},
      about(`${expression}.xml`, `${expression}/!${component}.xml`, facts.datedOn, 'markup') +
        one('FRBRformat', 'application/akn+xml'),
    ),
  ]
  const identification = xmlElement('identification', { source: '#authority' }, `\n${levels.join('\n')}\n`)
  return xmlElement('meta', {}, `\n${identification}\n${component === 'main' ? sources(draft, facts) : ''}`)
}

/** The stage of the draft as a step of its workflow, and the names that the rest refers to. */
function sources(draft: ExportedDraft, { datedOn, authority }: AkomaNtosoFacts): string {
  const stage = `stage.${draft.stage}`
  const step = xmlElement('step', {
    date: datedOn,
    by: '#authority',
    as: '#author',
    refersTo: `#${stage}`,
    href: '#authority',
  })
  const references = [
    xmlElement('TLCOrganization', {
      eId: 'authority',
      href: '/akn/ontology/organization/cn/cn.legislature',
      showAs: authority,
    }),
    xmlElement('TLCRole', { eId: 'author', href: '/akn/ontology/role/cn/author', showAs: '制定机关' }),
    xmlElement('TLCEvent', {
      eId: stage,
      href: `/akn/ontology/event/cn/${draft.stage}`,
      showAs: draftStageNames[draft.stage],
    }),
  ]
  return `${xmlElement('workflow', { source: '#authority' }, step)}\n${xmlElement('references', { source: '#authority' }, references.join(''))}\n`
}

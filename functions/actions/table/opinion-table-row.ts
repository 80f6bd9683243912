import { opinionTableColumns, type OpinionTableRow } from '#contract/opinion-table-columns.ts'
import { citeProvision } from '#core/draft/cite.ts'
import { rowMarks } from '#core/deciding/cell-marks.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import type { Decision } from '#core/deciding/decision.ts'
import type { ProvisionId } from '#core/ids.ts'
import { changeTypeNames, channelNames, draftStageNames, outcomeNames } from '#core/names.ts'
import { proponentWords } from '#core/collecting/proponent-words.ts'
import { provisionWords, walkProvisions } from '#core/draft/provision.ts'
import { calendarDate } from '#core/time.ts'
import type { ConsultationDrafts } from '../lineage/read-later-drafts.ts'
import type { TableOpinion } from './spool-opinions.ts'

/** The columns a legislator fills in, as text. */
export type DecisionCells = Pick<
  OpinionTableRow,
  'proposal' | 'outcome' | 'resultingProvision' | 'resultingQuote' | 'reason' | 'responsible' | 'note'
>

/** A decision as the table shows it, and as it must come back to mean "nothing changed". */
export function decisionCells(
  decision: Decision | undefined,
  drafts: Pick<ConsultationDrafts, 'laterTexts'>,
): DecisionCells {
  const { resulting } = decision ?? {}
  return {
    proposal: decision?.proposal ?? '',
    outcome: decision?.outcome === undefined ? '' : outcomeNames[decision.outcome],
    resultingProvision: resulting === undefined ? '' : resultingLabel(resulting, drafts),
    resultingQuote: resulting?.quote ?? '',
    reason: decision?.reason ?? '',
    responsible: decision?.responsible ?? '',
    note: decision?.note ?? '',
  }
}

/** The columns a legislator fills in, in the order of their marks. */
export const decisionColumns = opinionTableColumns.flatMap(({ key, edited }) =>
  edited ? [key as keyof DecisionCells] : [],
)

/** What tells of each cell whether it was touched since (`cell-marks.ts`). */
function marksOf(cells: DecisionCells): string {
  return rowMarks(decisionColumns.map((column) => cells[column].trim()))
}

function resultingLabel(
  { draftId, provisionId }: NonNullable<Decision['resulting']>,
  { laterTexts }: Pick<ConsultationDrafts, 'laterTexts'>,
): string {
  const draft = laterTexts.find(({ id }) => id === draftId)
  return (draft && citeProvision(draft.provisions, provisionId)) || provisionId
}

/** Shapes rows of the table one after the other; what is the same for many rows is worked out once. */
export class OpinionTableShaper {
  readonly #words = new Map<ProvisionId, string>()
  readonly #drafts: ConsultationDrafts
  readonly #pointNames: ReadonlyMap<string, string>
  readonly #offset: number

  constructor(drafts: ConsultationDrafts, contactPoints: readonly ContactPoint[], utcOffsetMinutes: number) {
    this.#drafts = drafts
    this.#pointNames = new Map(contactPoints.map(({ id, name }) => [id, name]))
    this.#offset = utcOffsetMinutes
    for (const provision of walkProvisions(drafts.askedText.provisions))
      this.#words.set(provision.id, provisionWords(provision))
  }

  /** `seq`: its number in the table; `sameCount`: how many are of its kind, itself included (`same-kinds.ts`). */
  row(
    { entry, text }: TableOpinion,
    { seq, sameCount, decision }: { seq: number; sameCount: number; decision: Decision | undefined },
  ): OpinionTableRow {
    const { content } = text
    const { askedText } = this.#drafts
    const cells = decisionCells(decision, this.#drafts)
    const cited =
      content.provisionId === null ? '全文' : citeProvision(askedText.provisions, content.provisionId)
    return {
      seq: String(seq),
      provision: `${cited}（${draftStageNames[askedText.stage]}）`,
      provisionText: content.provisionId === null ? '' : (this.#words.get(content.provisionId) ?? ''),
      changeType: changeTypeNames[content.changeType],
      proposedText: suggestion(content),
      opinionReason: content.reason ?? '',
      verbatim: content.verbatim,
      proponent: proponentWords(content.proponent),
      contactPoint: this.#pointNames.get(entry.contactPointId ?? '') ?? '',
      channel: channelNames[entry.channel],
      collectedOn: text.collectedOn ?? calendarDate(entry.receivedAt, this.#offset),
      sameCount: String(sameCount),
      ...cells,
      opinionId: entry.id,
      rev: String(decision?.rev ?? 0),
      check: marksOf(cells),
    }
  }
}

/** R9: what staff made of it stands below what the person proposed, named as such. */
function suggestion({ proposedText, drafted }: TableOpinion['text']['content']): string {
  const lines = [proposedText, drafted && `规范表述：${drafted}`]
  return lines.filter((line) => line !== undefined && line !== '').join('\n')
}

import type { OpinionFilterFields } from '#contract/opinion-filter.ts'
import type { OpinionTableRow } from '#contract/opinion-table-columns.ts'
import type { TableEdition } from '#core/deciding/export-job.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import type { Consultation } from '#core/consultation.ts'
import type { Decision } from '#core/deciding/decision.ts'
import type { MemberId, OpinionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import { outcomeNames } from '#core/names.ts'
import type { Deps } from '#core/ports.ts'
import { articlesAssignedTo } from '../deciding/articles-assigned-to.ts'
import { readDecisionBook } from '../deciding/decision-book.ts'
import { followIntoNewest, type Follower } from '../lineage/follow-opinions.ts'
import { matchesOpinion } from '../deciding/match-opinion.ts'
import { OpinionTableShaper } from './opinion-table-row.ts'
import { type ConsultationDrafts, readConsultationDrafts } from '../lineage/read-later-drafts.ts'
import { type ReleasedRows, readReleasedRows } from './released-rows.ts'
import { type SpooledOpinions, spoolOpinions } from './spool-opinions.ts'

export type TableDeps = Pick<
  Deps,
  | 'drafts'
  | 'lineages'
  | 'decisions'
  | 'groups'
  | 'publishedAnswers'
  | 'contactPoints'
  | 'opinionLog'
  | 'assignments'
  | 'settings'
>

/** Which opinions, and for whose eyes. */
export interface TableChoice {
  edition: TableEdition
  filter: OpinionFilterFields
}

/** A choice, and who asks: whom `mine` means. */
export type AskedTable = TableChoice & { askedBy: MemberId }

/** A table whose rows wait in a temporary file; `close` removes it. */
export interface OpenTable {
  drafts: ConsultationDrafts
  count: number
  rows(): AsyncGenerator<OpinionTableRow>
  close(): Promise<void>
}

/** What stands on opinions: decisions as they are, or the answers that were published. */
interface Answers {
  decisionOf(id: OpinionId): Decision | undefined
  /** Every row, unless only what was released may be seen. */
  released?: ReleasedRows
}

/**
 * Reads a consultation's log once and makes the rows of its consolidated table 意见汇总表: current opinions in the order
 * of the draft, then of the log, each with its decision as it stands. The public edition holds what the newest bulletin
 * answers, in the words it released, and nothing else (R10); it is refused with `not-published-yet` before there is one.
 * Memory grows by 40 bytes a decision, what each distinct one says, and 40 bytes an opinion, of a public edition by
 * some 30 more; texts and released rows wait in files.
 */
export async function openOpinionTable(
  deps: TableDeps,
  consultation: Consultation,
  { edition, filter, askedBy }: AskedTable,
  onRead?: (entries: number) => Promise<void> | void,
): Promise<OpenTable> {
  const [drafts, contactPoints] = await Promise.all([
    readConsultationDrafts(deps, consultation),
    deps.contactPoints.list(),
  ])
  const follower = await followerFor(deps, drafts, filter)
  const articles = filter.mine ? await articlesAssignedTo(deps, consultation.id, askedBy) : undefined
  const match = { ...filter, articles }
  const answers = await (edition === 'public' ? publishedAnswers : standingDecisions)(deps, consultation)
  const isWanted = (logged: LoggedOpinion) => {
    const { id } = logged.entry
    if (answers.released?.has(id) === false) return false
    return matchesOpinion(logged, match, follower, answers.decisionOf(id), deps.settings.utcOffsetMinutes)
  }
  const forget = async () => answers.released?.close()
  const spooled = await spoolOpinions(deps, consultation.id, drafts.askedText, isWanted, onRead).catch(
    async (error: unknown) => {
      await forget()
      throw error
    },
  )
  const shaper = new OpinionTableShaper(drafts, contactPoints, deps.settings.utcOffsetMinutes)
  return {
    drafts,
    count: spooled.count,
    rows: () => tableRows(spooled, shaper, answers),
    close: async () => {
      await Promise.all([spooled.close(), forget()])
    },
  }
}

async function* tableRows(
  spooled: SpooledOpinions,
  shaper: OpinionTableShaper,
  { decisionOf, released }: Answers,
): AsyncGenerator<OpinionTableRow> {
  let seq = 0
  for await (const { opinion, sameCount } of spooled.read()) {
    seq += 1
    const row = shaper.row(opinion, { seq, sameCount, decision: decisionOf(opinion.entry.id) })
    const answer = await released?.rowOf(opinion.entry.id)
    yield answer === undefined ? row : releasedRow(row, answer)
  }
}

async function standingDecisions(deps: TableDeps, { id }: Consultation): Promise<Answers> {
  const decisions = await readDecisionBook(deps, id)
  return { decisionOf: (opinionId) => decisions.get(opinionId) }
}

async function publishedAnswers(deps: TableDeps, { id }: Consultation): Promise<Answers> {
  // What the desk has thought of since is not out yet.
  return { decisionOf: () => undefined, released: await readReleasedRows(deps, id) }
}

/** A row in the words of its published answer: masked, without what only the desk may know. */
function releasedRow(row: OpinionTableRow, answer: BulletinRow): OpinionTableRow {
  const internal = {
    proposal: '',
    responsible: '',
    note: '',
    opinionReason: '',
    opinionId: '',
    rev: '',
    check: '',
  }
  return {
    ...row,
    ...internal,
    proposedText: answer.proposedText ?? '',
    verbatim: answer.verbatim,
    proponent: answer.proponent,
    contactPoint: answer.contactPointName ?? '',
    outcome: outcomeNames[answer.outcome],
    resultingProvision: answer.resulting?.provisionLabel ?? '',
    resultingQuote: answer.resulting?.quote ?? '',
    reason: answer.reason,
    // Counted when it was published; editions of before did not.
    sameCount: String(answer.sameCount ?? row.sameCount),
  }
}

async function followerFor(
  deps: TableDeps,
  { asked }: ConsultationDrafts,
  filter: OpinionFilterFields,
): Promise<Follower> {
  if (filter.newest !== true) return { follow: () => undefined }
  return followIntoNewest(deps, asked, new Set([asked.id]))
}

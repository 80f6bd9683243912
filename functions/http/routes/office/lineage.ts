import * as z from 'zod'
import { limits } from '#contract/limits.ts'
import {
  CauseStatement,
  LineageCorrections,
  NamedCauses,
  NewCauses,
  OfficeCauses,
  OfficeLineage,
} from '#contract/lineage-api.ts'
import { Cause } from '#core/lineage/causes.ts'
import { BillId, DraftId, ProvisionId } from '#core/ids.ts'
import { comparisonFile } from '../../../actions/lineage/build-comparison.ts'
import { correctLineage } from '../../../actions/lineage/correct-lineage.ts'
import { nameCause, nameCauses } from '../../../actions/lineage/name-cause.ts'
import { publishSite } from '../../../actions/bulletin/publish-site.ts'
import { readCauses } from '../../../actions/deciding/read-causes.ts'
import type { ReadLineage } from '../../../actions/lineage/read-lineage.ts'
import {
  type DraftPair,
  readLineageOfBill,
  readOfficeLineage,
} from '../../../actions/lineage/read-office-lineage.ts'
import { answerFile } from '../../answer-file.ts'
import { answerItem, answerShape, readRev } from '../../office-answer.ts'
import type { OfficeContext, OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { readJson } from '../../read-json.ts'
import { pathId } from '../path-id.ts'

const Side = z.enum(['from', 'to'])

const draftsOf = (c: OfficeContext): DraftPair => ({
  billId: pathId(c, 'billId', BillId),
  fromDraftId: pathId(c, 'fromDraftId', DraftId),
  toDraftId: pathId(c, 'toDraftId', DraftId),
})

/** What became of each article between two drafts, and why: read, corrected, explained (R6). */
export function lineageHandlers(deps: OfficeDeps) {
  const { clock } = deps

  /** What the public reads of two released drafts follows at once; of others it reads nothing. */
  async function publishIfPublic({ from, to }: ReadLineage): Promise<void> {
    if (from.meta.publishedAt !== undefined && to.meta.publishedAt !== undefined)
      await publishSite(deps, deps.authority, clock.now())
  }

  async function answerLineage(c: OfficeContext): Promise<Response> {
    const read = await readOfficeLineage(deps, c.get('member'), draftsOf(c))
    c.header('etag', `"${read.lineage.rev}"`)
    return answerShape(c, OfficeLineage, read)
  }

  return {
    'GET /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId': answerLineage,

    'PUT /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId': async (c) => {
      const { corrections } = await readJson(c, LineageCorrections, limits.maxDraftBytes)
      const { billId, ...drafts } = draftsOf(c)
      const [member, rev] = [c.get('member'), readRev(c)]
      const read = await readLineageOfBill(deps, member, { billId, ...drafts })
      await correctLineage(deps, member, drafts, corrections, rev, clock.now())
      await publishIfPublic(read)
      return answerLineage(c)
    },

    'GET /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/comparison.docx': async (c) => {
      return answerFile(c, await comparisonFile(deps, c.get('member'), draftsOf(c)), 'docx')
    },

    'GET /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/causes': async (c) =>
      answerShape(c, OfficeCauses, await readCauses(deps, c.get('member'), draftsOf(c))),

    'POST /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/causes': async (c) => {
      const { causes } = await readJson(c, NewCauses, limits.maxDraftBytes)
      const { billId, ...drafts } = draftsOf(c)
      const member = c.get('member')
      const read = await readLineageOfBill(deps, member, { billId, ...drafts })
      const answer = await nameCauses(deps, member, drafts, causes, clock.now())
      await publishIfPublic(read)
      return answerShape(c, NamedCauses, answer)
    },

    'PUT /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/causes/:side/:provisionId': async (c) => {
      const statement = await readJson(c, CauseStatement, limits.maxDraftBytes)
      const { billId, ...drafts } = draftsOf(c)
      const subject = { side: pathId(c, 'side', Side), provisionId: pathId(c, 'provisionId', ProvisionId) }
      const [member, rev] = [c.get('member'), readRev(c)]
      const read = await readLineageOfBill(deps, member, { billId, ...drafts })
      const input = { ...subject, ...statement }
      const cause = await nameCause(deps, member, drafts, input, rev, clock.now())
      await publishIfPublic(read)
      return answerItem(c, Cause, cause)
    },
  } satisfies Record<string, OfficeHandler>
}

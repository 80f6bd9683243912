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
import { Cause } from '#core/causes.ts'
import { BillId, DraftId, ProvisionId } from '#core/ids.ts'
import { comparisonFile } from '../../../actions/build-comparison.ts'
import { correctLineage } from '../../../actions/correct-lineage.ts'
import { nameCause, nameCauses } from '../../../actions/name-cause.ts'
import { readCauses } from '../../../actions/read-causes.ts'
import { type DraftPair, readLineageOfBill, readOfficeLineage } from '../../../actions/read-office-lineage.ts'
import { answerItem, answerShape, contentDisposition, readRev } from '../../office-answer.ts'
import type { OfficeContext, OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { readJson } from '../../read-json.ts'
import { streamOf } from '../../stream-of.ts'
import { pathId } from '../path-id.ts'

const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const Side = z.enum(['from', 'to'])

const draftsOf = (c: OfficeContext): DraftPair => ({
  billId: pathId(c, 'billId', BillId),
  fromDraftId: pathId(c, 'fromDraftId', DraftId),
  toDraftId: pathId(c, 'toDraftId', DraftId),
})

/** What became of each article between two drafts, and why: read, corrected, explained (R6). */
export function lineageHandlers(deps: OfficeDeps) {
  const { clock } = deps

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
      await readLineageOfBill(deps, member, { billId, ...drafts })
      await correctLineage(deps, member, drafts, corrections, rev, clock.now())
      return answerLineage(c)
    },

    'GET /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/comparison.docx': async (c) => {
      const file = await comparisonFile(deps, c.get('member'), draftsOf(c))
      return c.body(streamOf(file.chunks), 200, {
        'content-type': docxMediaType,
        'content-disposition': contentDisposition(file.fileName),
      })
    },

    'GET /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/causes': async (c) =>
      answerShape(c, OfficeCauses, await readCauses(deps, c.get('member'), draftsOf(c))),

    'POST /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/causes': async (c) => {
      const { causes } = await readJson(c, NewCauses, limits.maxDraftBytes)
      const { billId, ...drafts } = draftsOf(c)
      const member = c.get('member')
      await readLineageOfBill(deps, member, { billId, ...drafts })
      return answerShape(c, NamedCauses, await nameCauses(deps, member, drafts, causes, clock.now()))
    },

    'PUT /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/causes/:side/:provisionId': async (c) => {
      const statement = await readJson(c, CauseStatement, limits.maxDraftBytes)
      const { billId, ...drafts } = draftsOf(c)
      const subject = { side: pathId(c, 'side', Side), provisionId: pathId(c, 'provisionId', ProvisionId) }
      const [member, rev] = [c.get('member'), readRev(c)]
      await readLineageOfBill(deps, member, { billId, ...drafts })
      const input = { ...subject, ...statement }
      return answerItem(c, Cause, await nameCause(deps, member, drafts, input, rev, clock.now()))
    },
  } satisfies Record<string, OfficeHandler>
}

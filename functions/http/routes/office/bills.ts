import { DraftPreview, NewBill, NewDraft, OfficeBillList } from '#contract/office-api.ts'
import { DraftOwes } from '#contract/lineage-api.ts'
import { limits } from '#contract/limits.ts'
import { Bill, DraftMeta, DraftText } from '#core/bill.ts'
import { BillId, DraftId } from '#core/ids.ts'
import { createBill } from '../../../actions/draft/create-bill.ts'
import { importDraft } from '../../../actions/draft/import-draft.ts'
import { previewDraft } from '../../../actions/draft/preview-draft.ts'
import { publishSite } from '../../../actions/bulletin/publish-site.ts'
import { listOfficeBills, readOfficeDraft } from '../../../actions/deciding/read-office.ts'
import { readOwedCauses, releaseDraft } from '../../../actions/draft/release-draft.ts'
import { answerItem, answerShape, readRev } from '../../office-answer.ts'
import type { OfficeDeps } from '../../office-deps.ts'
import { readBody, requireMediaType } from '../../read-body.ts'
import { readJson } from '../../read-json.ts'
import { pathId } from '../path-id.ts'
import type { OfficeHandler } from '../../office-deps.ts'

/** The bytes decide what a draft is; these are the names that browsers give it. */
const draftMediaTypes = [
  'text/plain',
  'text/html',
  'text/markdown',
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.ms-word.document.macroenabled.12',
  'application/msword',
]

/** Bills and their drafts: from a plain text to an immutable, released draft. */
export function billHandlers(deps: OfficeDeps) {
  const { clock } = deps
  return {
    'GET /office/api/bills': async (c) =>
      answerShape(c, OfficeBillList, await listOfficeBills(deps, c.get('member'))),

    'POST /office/api/bills': async (c) => {
      const input = await readJson(c, NewBill)
      return answerItem(c, Bill, await createBill(deps, c.get('member'), input, clock.now()), 201)
    },

    'POST /office/api/drafts/preview': async (c) => {
      requireMediaType(c, draftMediaTypes)
      const bytes = await readBody(c, limits.maxDraftFileBytes)
      return answerShape(c, DraftPreview, await previewDraft(bytes))
    },

    'POST /office/api/bills/:billId/drafts': async (c) => {
      // JSON may spell a character in six bytes.
      const input = await readJson(c, NewDraft, limits.maxDraftBytes * 2)
      const billId = pathId(c, 'billId', BillId)
      const draft = await importDraft(deps, c.get('member'), billId, input, clock.now())
      return answerItem(c, DraftMeta, draft, 201)
    },

    'GET /office/api/drafts/:draftId': async (c) =>
      answerShape(c, DraftText, await readOfficeDraft(deps, c.get('member'), pathId(c, 'draftId', DraftId))),

    'GET /office/api/drafts/:draftId/owed': async (c) =>
      answerShape(c, DraftOwes, {
        owed: await readOwedCauses(deps, c.get('member'), pathId(c, 'draftId', DraftId)),
      }),

    'POST /office/api/drafts/:draftId/release': async (c) => {
      const now = clock.now()
      const draft = await releaseDraft(deps, c.get('member'), pathId(c, 'draftId', DraftId), readRev(c), now)
      await publishSite(deps, deps.authority, now)
      return answerItem(c, DraftMeta, draft)
    },
  } satisfies Record<string, OfficeHandler>
}

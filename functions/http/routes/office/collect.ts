import * as z from 'zod'
import {
  AttachmentAnswer,
  CarriedFile,
  CarriedPiece,
  CollectKit,
  DataKeyAnswer,
  QuarantineList,
  QuarantineSettlement,
  SealedDataKey,
  SettleQuarantined,
  SyncAnswer,
  SyncEnvelope,
} from '#contract/collect-api.ts'
import { limits } from '#contract/limits.ts'
import { CarriedQuery } from '#contract/office-queries.ts'
import { ReceiptQuestion, ReceiptStatus } from '#contract/public-api.ts'
import { readCollectKit } from '../../../actions/collecting/collect-kit.ts'
import { importCarried } from '../../../actions/collecting/import-carried.ts'
import { importCarriedPiece } from '../../../actions/collecting/import-carried-piece.ts'
import { listQuarantine } from '../../../actions/collecting/list-quarantine.ts'
import { recoverDataKey } from '../../../actions/collecting/recover-data-key.ts'
import { lookUpReceipt } from '../../../actions/intake/look-up-receipt.ts'
import { settleQuarantined } from '../../../actions/collecting/settle-quarantined.ts'
import { countVerdicts, syncOpinions } from '../../../actions/collecting/sync-opinions.ts'
import { answerShape } from '../../office-answer.ts'
import type { OfficeContext, OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { makePace } from '../../pace.ts'
import { parseShape, readJson } from '../../read-json.ts'
import { pathId } from '../path-id.ts'

const QuarantineId = z.string().regex(/^[\w-]{22}$/)

/** What goes out to a collector's device, what comes back from it, and what of it waits for a person's look. */
export function collectHandlers(deps: OfficeDeps) {
  const { clock, telemetry } = deps
  const pace = makePace(clock)
  const tell = (c: OfficeContext, { opinions, sessions }: SyncAnswer) =>
    telemetry.emit('opinions-synced', {
      requestId: c.get('requestId'),
      ...countVerdicts(opinions),
      sessions: sessions.length,
    })
  return {
    'GET /office/api/collect/kit': async (c) =>
      answerShape(c, CollectKit, await readCollectKit(deps, c.get('member'), clock.now())),

    'POST /office/api/collect/data-key': async (c) => {
      pace(c.get('member').id)
      const sealed = await readJson(c, SealedDataKey)
      c.header('cache-control', 'no-store')
      return answerShape(c, DataKeyAnswer, await recoverDataKey(deps, c.get('member'), sealed, clock.now()))
    },

    'POST /office/api/opinions': async (c) => {
      // Before the body is read: a slow network is no wrong clock.
      const now = clock.now()
      pace(c.get('member').id)
      const request = await readJson(c, SyncEnvelope, limits.maxSyncBytes)
      const answer = await syncOpinions(deps, c.get('member'), request, now)
      tell(c, answer)
      return answerShape(c, SyncAnswer, answer)
    },

    'POST /office/api/carried': async (c) => {
      pace(c.get('member').id)
      const file = await readJson(c, CarriedFile, limits.maxCarriedBytes)
      const { contactPointId } = parseShape(CarriedQuery, c.req.query())
      const answer = await importCarried(deps, c.get('member'), file, contactPointId, clock.now())
      tell(c, answer)
      return answerShape(c, SyncAnswer, answer)
    },

    'POST /office/api/carried/pieces': async (c) => {
      pace(c.get('member').id)
      const line = await readJson(c, CarriedPiece, limits.maxCarriedPieceBytes)
      const { contactPointId } = parseShape(CarriedQuery, c.req.query())
      const answer = await importCarriedPiece(deps, c.get('member'), line, contactPointId, clock.now())
      return answerShape(c, AttachmentAnswer, answer)
    },

    'GET /office/api/quarantine': async (c) =>
      answerShape(c, QuarantineList, await listQuarantine(deps, c.get('member'))),

    'POST /office/api/quarantine/:quarantineId': async (c) => {
      const input = await readJson(c, SettleQuarantined)
      const id = pathId(c, 'quarantineId', QuarantineId)
      const settled = await settleQuarantined(deps, c.get('member'), id, input, clock.now())
      return answerShape(c, QuarantineSettlement, settled)
    },

    'POST /office/api/opinions/lookup': async (c) => {
      pace(c.get('member').id)
      const { receiptCode } = await readJson(c, ReceiptQuestion)
      const status = await lookUpReceipt(deps, c.get('member'), receiptCode, clock.now())
      c.header('cache-control', 'no-store')
      return answerShape(c, ReceiptStatus, status)
    },
  } satisfies Record<string, OfficeHandler>
}

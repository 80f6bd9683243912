import { CollectKit, Device, EnrolDevice, SyncAnswer, SyncEnvelope } from '#contract/collect-api.ts'
import { limits } from '#contract/limits.ts'
import { readCollectKit } from '../../../actions/collect-kit.ts'
import { enrolDevice } from '../../../actions/enrol-device.ts'
import { countVerdicts, syncOpinions } from '../../../actions/sync-opinions.ts'
import { answerItem, answerShape } from '../../office-answer.ts'
import type { OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { readJson } from '../../read-json.ts'

/** What goes out to a collector's device, and what comes back from it. */
export function collectHandlers(deps: OfficeDeps) {
  const { clock, log } = deps
  return {
    'GET /office/api/collect/kit': async (c) =>
      answerShape(c, CollectKit, await readCollectKit(deps, c.get('member'), clock.now())),

    'POST /office/api/opinions': async (c) => {
      const now = clock.now()
      const request = await readJson(c, SyncEnvelope, limits.maxSyncBytes)
      const answer = await syncOpinions(deps, c.get('member'), request, now)
      const counts = countVerdicts(answer.opinions)
      log.emit('opinions-synced', {
        requestId: c.get('requestId'),
        ...counts,
        sessions: answer.sessions.length,
      })
      return answerShape(c, SyncAnswer, answer)
    },

    'POST /office/api/devices': async (c) => {
      const input = await readJson(c, EnrolDevice)
      const { device, isNew } = await enrolDevice(deps, c.get('member'), input, clock.now())
      return answerItem(c, Device, device, isNew ? 201 : 200)
    },
  } satisfies Record<string, OfficeHandler>
}

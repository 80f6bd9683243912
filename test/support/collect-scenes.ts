import type { CollectingSession, CollectKit } from '../../functions/contract/collect-api.ts'
import type { ProvisionId } from '../../functions/core/ids.ts'
import type { Instant } from '../../functions/core/time.ts'
import type { Delivery, StoredOpinion, StoredSession } from '../../site/src/collect/engine/collector.ts'
import type { CollectScene } from './collect-stand-in.ts'
import { exampleDraft, exampleProvisions } from './example-law.ts'

const hourMs = 3_600_000
const ago = (hours: number): Instant => new Date(Date.now() - hours * hourMs).toISOString() as Instant
const day = (hours: number) => ago(hours).slice(0, 10) as CollectingSession['heldOn']
const sessionId = '0b8e6a1c-52f4-4f7e-9c56-1f3d2a7b9e10' as CollectingSession['id']
const consultationId = 'c-waterfront' as CollectingSession['consultationId']

function kitOf(draftId: string): CollectKit {
  return {
    serverTime: ago(26),
    utcOffsetMinutes: 480,
    noticeVersion: '2026-1',
    member: { id: 'm-1' as CollectKit['member']['id'], name: '李秀兰', role: 'collector' },
    contactPoint: {
      id: 'hexi' as CollectKit['contactPoint']['id'],
      name: '河西街道基层立法联系点',
      area: '河西街道',
      stations: [
        { id: 'hexi-village', name: '河西村文化礼堂', area: '河西村' },
      ] as CollectKit['contactPoint']['stations'],
    },
    tasks: [
      {
        consultationId,
        bill: {
          id: 'waterfront',
          title: '云溪市滨水公共空间条例（草案）',
          summary: '江边、河边的步道和绿地怎么用：能不能遛狗、钓鱼、跳舞，几点开放，谁来管。',
        },
        draft: {
          id: draftId as CollectKit['tasks'][number]['draft']['id'],
          stage: 'consultation',
          title: '云溪市滨水公共空间条例（草案）',
          date: '2026-11-03',
        },
        status: 'open',
        opensAt: ago(300),
        closesAt: ago(-200),
        dueOn: day(-190),
        note: '请重点问：遛狗、钓鱼能不能划区域、分时段；跳舞的声音怎么管。',
      },
    ],
    sealingKey: '',
  }
}

const session: StoredSession = {
  session: {
    id: sessionId,
    consultationId,
    channel: 'forum',
    place: '河西村文化礼堂',
    heldOn: day(2),
    headcount: 23,
    attachments: [],
  },
  opinions: 0,
  delivery: { state: 'queued', tries: 0 },
  attachments: [],
}

function opinion(draftId: string, n: number, verbatim: string, delivery: Delivery): StoredOpinion {
  return {
    id: `opinion-number-000000${n}`,
    receiptCode: `K7QX 29DF M4TA 8RWE 3HNZ P6C${n}`,
    content: {
      consultationId,
      draftId: draftId as StoredOpinion['content']['draftId'],
      sessionId,
      provisionId: 'art-24' as ProvisionId,
      changeType: 'modify',
      verbatim,
      drafted: '建议划定区域、规定时段，有序开放。',
      proponent: { kind: 'person', headcount: 1, category: '村民', area: '河西村' },
      channel: 'forum',
      collectedAt: ago(30 + n),
      noticeVersion: '2026-1',
    },
    delivery,
    savedAt: ago(30 + n),
  }
}

/** The screens' own states, by name: `?scene=busy`. Written against the clock of the machine, as a device has it. */
export function collectScene(name: string): CollectScene {
  const provisions = exampleProvisions(name === 'code' ? 500 : 40)
  const title = '云溪市滨水公共空间条例（草案）'
  const draft = exampleDraft('waterfront-1', 'waterfront', 'consultation', title, provisions)
  const plain: CollectScene = {
    kit: kitOf(draft.id),
    drafts: [draft],
    access: 'open',
    standing: {},
    sessions: [],
    opinions: [],
    newerDraft: false,
    signIn: { ok: true },
    isFull: false,
  }
  if (name === 'empty') return { ...plain, access: 'empty', signIn: { ok: false, trouble: 'signed-out' } }
  if (name === 'locked') return { ...plain, access: 'locked' }
  if (name === 'idle') return { ...plain, kit: { ...plain.kit, tasks: [] }, standing: { network: 'unknown' } }
  if (name === 'early') {
    const tasks = plain.kit.tasks.map((task) => ({ ...task, opensAt: ago(-48) }))
    return { ...plain, kit: { ...plain.kit, tasks } }
  }
  if (name !== 'busy') return { ...plain, sessions: [session], isFull: name === 'full' }
  return {
    ...plain,
    newerDraft: true,
    sessions: [session],
    opinions: [
      opinion(draft.id, 1, '早上六点到八点江边人少，老人遛狗不碍事。能不能划个地方、定个时间？', {
        state: 'writing',
      }),
      opinion(draft.id, 2, '钓鱼的都是退休的，一律不让钓说不过去。', {
        state: 'queued',
        tries: 3,
        trouble: 'captive-portal',
      }),
      opinion(draft.id, 3, '跳舞的声音开小点就行了。', {
        state: 'delivered',
        at: ago(1),
        verdict: 'stored',
        flags: ['late', 'older-draft'],
      }),
      opinion(draft.id, 4, '罚五千太多。', {
        state: 'setAside',
        conflict: false,
        problems: [{ field: 'provisionId', code: 'unknown-provision', facts: {} }],
      }),
      opinion(draft.id, 5, '夜里十点以后关灯。', { state: 'setAside', conflict: true, problems: [] }),
    ],
    standing: {
      network: 'unreachable',
      trouble: 'captive-portal',
      retryAt: ago(-0.2),
      oldestUnsentAt: ago(32),
      clockOffsetMs: 3 * 24 * hourMs,
      storage: { persisted: false, usedBytes: 1_900_000, quotaBytes: 2_000_000, wiped: true },
      updateWaiting: true,
    },
  }
}

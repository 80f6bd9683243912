import type { CollectingSession, CollectKit } from '../../functions/contract/collect-api.ts'
import type { DraftText } from '../../functions/core/bill.ts'
import { printReceiptCode, receiptCode } from '../../functions/core/collecting/receipt.ts'
import type { Instant } from '../../functions/core/time.ts'
import type {
  Access,
  BackupContents,
  Collector,
  Delivery,
  Standing,
  StoredOpinion,
  StoredSession,
} from '../../site/src/collect/engine/collector.ts'

/** What a scene of the screens starts from; the engine has its own tests on a real database. */
export interface CollectScene {
  kit: CollectKit
  drafts: DraftText[]
  access: 'empty' | 'locked' | 'open'
  standing: Partial<Standing>
  sessions: StoredSession[]
  opinions: StoredOpinion[]
  newerDraft: boolean
  /** What `signInHere` answers. */
  signIn: Awaited<ReturnType<Collector['signInHere']>>
  backup?: BackupContents
  /** Whether a save is refused for want of room. */
  isFull: boolean
}

const quiet: Standing = {
  network: 'reached',
  unsent: 0,
  unsentOther: 0,
  setAside: 0,
  delivered: 0,
  sending: undefined,
  trouble: undefined,
  retryAt: undefined,
  oldestUnsentAt: undefined,
  clockOffsetMs: 0,
  storage: { persisted: true, usedBytes: 1_800_000, quotaBytes: 2_000_000_000, wiped: false },
  senderElsewhere: false,
  updateWaiting: false,
}

/** A collector in memory, for looking at the screens alone: keeps what it is given, sends nothing. */
export function standIn(scene: CollectScene): Collector {
  const listeners = new Set<() => void>()
  const opinions = new Map(scene.opinions.map((record) => [record.id, record]))
  const sessions = new Map(scene.sessions.map((stored) => [stored.session.id as string, stored]))
  let state = scene.access
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const now = () => new Date().toISOString() as Instant
  const put = (record: StoredOpinion) => {
    opinions.set(record.id, record)
    changed()
  }
  const held = (id: string): StoredOpinion => {
    const record = opinions.get(id)
    if (!record) throw new Error('not-found')
    return record
  }
  const become = (id: string, delivery: Delivery) => put({ ...held(id), delivery })
  const member = scene.kit.member
  const access = (): Access => {
    if (state === 'empty') return { state }
    if (state === 'locked') return { state, members: [member, { ...member, id: 'm-2', name: '周建国' }] }
    return { state, memberId: member.id, name: member.name, kit: scene.kit, kitAt: scene.kit.serverTime }
  }
  const create: Collector['newOpinion'] = async (start, code) => {
    const made = code ?? printReceiptCode(receiptCode(crypto.getRandomValues(new Uint8Array(15))))
    if ([...opinions.values()].some(({ receiptCode: used }) => used === made)) throw new Error('code-in-use')
    const content = { collectedAt: now(), ...start } as StoredOpinion['content']
    const id = crypto.randomUUID().replaceAll('-', '').slice(0, 22)
    const record: StoredOpinion = {
      id,
      receiptCode: made,
      content,
      delivery: { state: 'writing' },
      savedAt: now(),
    }
    put(record)
    return record
  }
  return {
    access,
    standing: () => {
      const all = [...opinions.values()]
      const count = (wanted: Delivery['state']) =>
        all.filter(({ delivery }) => delivery.state === wanted).length
      return {
        ...quiet,
        unsent: count('queued'),
        setAside: count('setAside'),
        delivered: count('delivered'),
        ...scene.standing,
      }
    },
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    signInHere: async () => {
      if (scene.signIn.ok) state = 'open'
      changed()
      return scene.signIn
    },
    renewPin: async () => {
      if (scene.signIn.ok) state = 'open'
      changed()
      return scene.signIn
    },
    unlock: async (_, pin) => {
      if (pin !== '246810') return false
      state = 'open'
      changed()
      return true
    },
    lock: async () => {
      state = 'locked'
      changed()
    },
    refreshKit: async () => ({ ok: true }),
    tasks: async () =>
      scene.kit.tasks.map((task) => ({
        ...task,
        savedAt: scene.drafts.some(({ id }) => id === task.draft.id) ? scene.kit.serverTime : undefined,
        newerDraft: scene.newerDraft,
      })),
    draft: async (id) => scene.drafts.find((draft) => draft.id === id),
    sessions: async (consultationId) =>
      [...sessions.values()]
        .filter(({ session }) => session.consultationId === consultationId)
        .map((stored) => ({
          ...stored,
          opinions: [...opinions.values()].filter(({ content }) => content.sessionId === stored.session.id)
            .length,
        })),
    saveSession: async (session, known) => {
      const before = sessions.get(session.id)
      if (before && known && before.session.place !== known.place) throw new Error('changed-elsewhere')
      const delivery = { state: 'queued', tries: 0 } as const
      sessions.set(session.id, { opinions: 0, attachments: before?.attachments ?? [], delivery, session })
      changed()
    },
    addAttachment: async (sessionId, file) => {
      const id = crypto.randomUUID()
      const attachment = { id, mediaType: file.type, bytes: file.size, sentPieces: 0, ofPieces: 1 }
      const stored = sessions.get(sessionId)
      stored?.attachments.push(attachment)
      stored?.session.attachments.push(id as CollectingSession['attachments'][number])
      changed()
      return id
    },
    removeAttachment: async (sessionId, attachmentId) => {
      const stored = sessions.get(sessionId)
      if (stored) stored.attachments = stored.attachments.filter(({ id }) => id !== attachmentId)
      changed()
    },
    opinions: async ({ consultationId, sessionId, delivery }) =>
      [...opinions.values()].filter(
        (record) =>
          (consultationId === undefined || record.content.consultationId === consultationId) &&
          (sessionId === undefined || record.content.sessionId === sessionId) &&
          (delivery === undefined || record.delivery.state === delivery),
      ),
    opinion: async (id) => opinions.get(id),
    newOpinion: create,
    saveOpinion: async (id, content) => {
      if (scene.isFull) throw new Error('storage-full')
      put({ ...held(id), content, savedAt: now() })
    },
    finishOpinion: async (id) => {
      become(id, { state: 'queued', tries: 0 })
      return []
    },
    discardOpinion: async (id) => {
      opinions.delete(id)
      changed()
    },
    reopenOpinion: async (id) => become(id, { state: 'writing' }),
    correctOpinion: async (id) =>
      create({ ...held(id).content, supersedes: id as NonNullable<StoredOpinion['content']['supersedes']> }),
    unfinished: async () => scene.opinions.filter(({ id }) => opinions.get(id)?.delivery.state === 'writing'),
    send: async () => undefined,
    backup: async () => new Blob(['sealed']),
    backupContents: () => scene.backup ?? { opinions: 1, sessions: 1, photos: 0, photoBytes: 0 },
    exportOpinion: async (id) => new Blob([JSON.stringify(held(id))]),
    acknowledgeWiped: () => {
      if (scene.standing.storage) scene.standing.storage.wiped = false
      changed()
    },
    applyUpdate: async () => undefined,
  }
}

import { dropAttachment, keepAttachment } from './attachments.ts'
import { backupContents, writeBackup } from './backup.ts'
import type { Collector, StoredOpinion } from './collector.ts'
import type { EditLocks } from './edit-locks.ts'
import { EngineError } from './engine-error.ts'
import { draftOf, kitOf, tasksOf } from './kit.ts'
import type { SessionOnDevice } from './on-device.ts'
import { beginOpinion, discard, finish, keepWriting, printOpinion, reopen } from './opinions.ts'
import type { Records } from './records.ts'
import type { Sender } from './sender.ts'
import { keepSession } from './sessions.ts'
import type { Shelf } from './shelf.ts'
import { storedOpinions, storedSessions } from './stored-lists.ts'
import type { DeviceKeys } from './vault.ts'
import type { World } from './world.ts'

/** After finishing a record the sender waits a moment for the next; a session still being filled in, longer. */
const soonMs = 1_000
const sessionQuietMs = 8_000

export interface WorkParts {
  world: World
  shelf: Shelf
  device: DeviceKeys
  sender: Sender
  edits: EditLocks
  /** The open records; throws `locked`. */
  mine(): Records
}

/** What somebody at work does with their own records. */
export type MemberWork = Pick<
  Collector,
  | 'tasks'
  | 'draft'
  | 'sessions'
  | 'saveSession'
  | 'addAttachment'
  | 'removeAttachment'
  | 'opinions'
  | 'opinion'
  | 'newOpinion'
  | 'saveOpinion'
  | 'finishOpinion'
  | 'discardOpinion'
  | 'reopenOpinion'
  | 'correctOpinion'
  | 'unfinished'
  | 'backup'
  | 'backupContents'
  | 'exportOpinion'
>

export function memberWork(parts: WorkParts): MemberWork {
  return { ...reading(parts), ...sessionWork(parts), ...opinionWork(parts) }
}

function opinionIn(records: Records, id: string): StoredOpinion {
  const held = records.find<StoredOpinion>(id)
  if (held !== undefined) return held
  throw new EngineError('not-found')
}

function reading({ world, shelf, device, mine }: WorkParts) {
  return {
    tasks: async () => tasksOf(mine()),
    draft: async (draftId) => draftOf(mine(), draftId)?.draft,
    sessions: async (consultationId) => storedSessions(mine(), consultationId),
    opinions: async (filter) => storedOpinions(mine(), filter),
    opinion: async (id) => mine().find<StoredOpinion>(id),
    unfinished: async () => storedOpinions(mine(), { delivery: 'writing' }),
    backup: async (withPhotos) => writeBackup(world, { device, shelf, records: mine() }, withPhotos),
    backupContents: () => backupContents(mine()),
    exportOpinion: async (id) => printOpinion(opinionIn(mine(), id)),
  } satisfies Partial<Collector>
}

function sessionWork({ world, shelf, sender, mine }: WorkParts) {
  const save: Collector['saveSession'] = async (session, before) => {
    await keepSession(world, mine(), session, before)
    sender.soon(sessionQuietMs)
  }
  /** A session's list of attachments changed: the portal is told once more. */
  const sendAgain = async (sessionId: string) => {
    const held = mine().find<SessionOnDevice>(sessionId)
    if (held !== undefined) await save(held.session)
  }
  return {
    saveSession: save,
    addAttachment: async (sessionId, file) => {
      const id = await keepAttachment(world, shelf, mine(), sessionId, file)
      await sendAgain(sessionId)
      return id
    },
    removeAttachment: async (sessionId, attachmentId) => {
      await dropAttachment(shelf, mine(), attachmentId)
      await sendAgain(sessionId)
    },
  } satisfies Partial<Collector>
}

function opinionWork({ world, sender, edits, mine }: WorkParts) {
  const begin: Collector['newOpinion'] = async (start, code) =>
    beginOpinion(world, mine(), kitOf(mine())?.kit.noticeVersion ?? '', start, code)
  return {
    newOpinion: begin,
    saveOpinion: async (id, content, before) => {
      await edits.hold(id)
      await keepWriting(world, mine(), id, { content, before })
    },
    finishOpinion: async (id) => {
      const problems = await finish(world, mine(), id)
      if (problems.length > 0) return problems
      edits.release(id)
      sender.soon(soonMs)
      return []
    },
    discardOpinion: async (id) => {
      await discard(mine(), id)
      edits.release(id)
    },
    reopenOpinion: async (id) => reopen(mine(), id),
    correctOpinion: async (id) => {
      const { collectedAt: _earlier, ...content } = opinionIn(mine(), id).content
      return begin({ ...content, supersedes: id as StoredOpinion['content']['supersedes'] })
    },
  } satisfies Partial<Collector>
}

import type { StoredOpinion, StoredSession, TaskOnDevice } from '../engine/collector.ts'
import type { Seekable } from '../rules/seek-article.ts'

/** Everything one record's screen needs, read from the device together. */
export interface OpinionAtHand {
  record: StoredOpinion
  task: TaskOnDevice | undefined
  session: StoredSession | undefined
  seekable: Seekable | undefined
}

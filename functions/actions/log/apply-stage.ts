import type { ConsultationId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { LogState, LogStore } from '#core/log/log-ports.ts'
import { readStage, type LogStage } from '#core/log/log-stage.ts'
import { limits } from '#contract/limits.ts'
import { objectKeys } from '#contract/objects.ts'

/** Whether the public checkpoint is the committed one: it is written last, so then everything before it is there. */
async function isApplied(store: LogStore, c: ConsultationId, state: LogState): Promise<boolean> {
  const shown = await store.objects.find(objectKeys.checkpoint(c))
  return shown !== undefined && new TextDecoder().decode(shown) === state.checkpoint
}

/** Puts the files of a commit at their places, then shows its checkpoint, then clears away what the commit before replaced. */
async function apply(store: LogStore, c: ConsultationId, state: LogState, stage: LogStage): Promise<void> {
  await eachInFlight([...stage.files], limits.maxPutsInFlight, ([key, bytes]) =>
    store.objects.put(key, bytes),
  )
  await store.objects.put(objectKeys.checkpoint(c), new TextEncoder().encode(state.checkpoint))
  await store.objects.remove(stage.remove)
}

/** Applies a commit whose stage is only in the store; `false` when it is gone, as it is two commits later. */
async function applyStored(store: LogStore, c: ConsultationId, state: LogState): Promise<boolean> {
  if (await isApplied(store, c, state)) return true
  const staged = await store.objects.find(state.stage)
  if (staged === undefined) return false
  await apply(store, c, state, readStage(staged))
  return true
}

/**
 * Finishes the commit a head stands for; free of effect when that is done. Putting the files again writes
 * the same bytes. A slow sequencer could put an older checkpoint over a newer, so the head is read again
 * after the checkpoint was written, and whatever it says by then is finished too. Returns the head at the
 * end. `stage`: what the caller has just committed, to save reading it back.
 */
export async function applyStage(
  store: LogStore,
  c: ConsultationId,
  state: LogState,
  stage?: LogStage,
): Promise<LogState> {
  if (stage !== undefined) await apply(store, c, state, stage)
  let wasApplied = stage !== undefined
  for (let head = state; ;) {
    if (!wasApplied) wasApplied = await applyStored(store, c, head)
    const now = await store.find(c)
    if (now?.rev === head.rev && wasApplied) return head
    if (now === undefined || now.rev === head.rev) throw new Error(`the stage ${head.stage} is gone`)
    head = now
    wasApplied = false
  }
}

/** What is known about the last change. */
export type SaveState = 'clean' | 'saving' | 'saved' | 'storage-full' | 'elsewhere' | 'both' | 'failed'

export interface Autosave<T> {
  /** Saves soon; a later change replaces one that waits. */
  change: (value: T) => void
  /** Saves what waits and answers when it is on the device. */
  flush: () => Promise<void>
}

/** Room may come back: what found none is tried again without a further keystroke. */
const retryMs = 5_000

/** One save at a time, always the newest value last; a failed one is tried again with the next change, flush, or soon. */
export function autosave<T>(
  save: (value: T) => Promise<void>,
  tell: (state: SaveState) => void,
  delayMs = 250,
): Autosave<T> {
  let waiting: { value: T } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  let last: SaveState = 'clean'
  const say = (state: SaveState) => {
    if (state !== last) tell(state)
    last = state
  }
  const run = async () => {
    clearTimeout(timer)
    if (waiting === undefined) return
    const { value } = waiting
    waiting = undefined
    say('saving')
    try {
      await save(value)
      if (waiting === undefined) say('saved')
    } catch (thrown) {
      waiting ??= { value }
      const trouble = troubleOf(thrown)
      say(trouble)
      if (trouble === 'storage-full') timer = setTimeout(() => void flush(), retryMs)
    }
  }
  const flush = () => {
    running = running.then(run)
    return running
  }
  return {
    change: (value) => {
      waiting = { value }
      // What is typed a moment after a save is not saved yet; a trouble stays in sight until it is over.
      if (last === 'clean' || last === 'saved') say('saving')
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), delayMs)
    },
    flush,
  }
}

/** The engine refuses by one word (engine-error.ts). */
function troubleOf(thrown: unknown): SaveState {
  const word = thrown instanceof Error ? thrown.message : ''
  if (word === 'storage-full') return word
  if (word === 'changed-elsewhere') return 'both'
  return word === 'open-elsewhere' || word === 'finished' ? 'elsewhere' : 'failed'
}

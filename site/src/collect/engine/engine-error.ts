/** What the engine refuses to a screen, by one word that the screens have a sentence for. */
export type EngineRefusal =
  | 'storage-full'
  | 'code-in-use'
  | 'not-a-code'
  | 'locked'
  | 'finished'
  | 'not-found'
  | 'open-elsewhere'
  | 'changed-elsewhere'

/** Thrown by the engine's intentions; `message` is the code. */
export class EngineError extends Error {
  readonly code: EngineRefusal

  constructor(code: EngineRefusal) {
    super(code)
    this.name = 'EngineError'
    this.code = code
  }
}

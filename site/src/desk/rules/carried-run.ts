import type {
  AttachmentAnswer,
  CarriedFile,
  CarriedPiece,
  OpinionAnswer,
  SyncAnswer,
} from '#contract/collect-api.ts'
import { Trouble } from '../api/trouble.ts'
import { linesOf } from './carried-lines.ts'

/** A carried file as far as it has been taken in. */
export interface CarriedRun {
  /** Lines read so far, and how many there are by the file's own word. */
  lines: number
  of: number | undefined
  opinions: readonly OpinionAnswer[]
  /** By the photo's id: whether every piece of it is there now. */
  photos: ReadonlyMap<string, boolean>
  /** Photos the portal would not have. */
  refusedPhotos: number
  /** Lines nobody here can read: the file was cut short, or a newer app wrote it. */
  unread: number
}

export const newRun: CarriedRun = {
  lines: 0,
  of: undefined,
  opinions: [],
  photos: new Map(),
  refusedPhotos: 0,
  unread: 0,
}

/** Whether lines are missing at the end, or some could not be read. */
export function isIncomplete({ lines, of, unread }: CarriedRun): boolean {
  return unread > 0 || lines < (of ?? 1)
}

export interface CarriedCalls {
  records(line: Blob): Promise<SyncAnswer>
  piece(line: Blob): Promise<AttachmentAnswer>
  /** Resolves after a while: the portal has asked to wait. */
  rest(): Promise<void>
}

/** Hundreds of photos come in faster than one member may send; a minute's rest is enough, several times over. */
const mostRests = 30

/**
 * Brings a carried file line by line and tells how far it is. Throws the first trouble that would meet every line; begun
 * again after one, everything that was taken in is a repeat.
 */
export async function bringCarried(
  file: Blob,
  calls: CarriedCalls,
  tell: (run: CarriedRun) => void,
): Promise<CarriedRun> {
  let run = newRun
  for await (const line of linesOf(file)) {
    run = await bringLine(run, line, calls)
    tell(run)
  }
  return run
}

async function bringLine(run: CarriedRun, line: string, calls: CarriedCalls): Promise<CarriedRun> {
  const read = readLine(line)
  if (read === undefined) return { ...run, unread: run.unread + 1 }
  const next = { ...run, lines: run.lines + 1, of: read.part?.of ?? run.of }
  const body = new Blob([line])
  if (read.kaimen === 'carried v1') {
    const { opinions } = await patiently(() => calls.records(body), calls)
    return { ...next, opinions: [...run.opinions, ...opinions] }
  }
  const answer = await patiently(() => calls.piece(body), calls).catch(refusedAlone)
  if (answer === undefined) return { ...next, refusedPhotos: run.refusedPhotos + 1 }
  return { ...next, photos: new Map(run.photos).set(answer.id, answer.complete) }
}

async function patiently<T>(call: () => Promise<T>, { rest }: CarriedCalls): Promise<T> {
  for (let rests = 0; ; rests += 1) {
    try {
      return await call()
    } catch (thrown) {
      if (codeOf(thrown) !== 'too-many-requests' || rests === mostRests) throw thrown
      await rest()
    }
  }
}

const codeOf = (thrown: unknown) => (thrown instanceof Trouble ? thrown.problem?.code : undefined)

/** A photo in whose place another stands blocks nothing else. */
function refusedAlone(thrown: unknown): undefined {
  const code = codeOf(thrown)
  if (code !== 'already-exists' && code !== 'too-large') throw thrown
}

function readLine(line: string): Pick<CarriedFile | CarriedPiece, 'kaimen' | 'part'> | undefined {
  try {
    const read = JSON.parse(line) as Partial<CarriedFile | CarriedPiece> | null
    const { kaimen, part } = read ?? {}
    return kaimen === 'carried v1' || kaimen === 'carried piece v1' ? { kaimen, part } : undefined
  } catch {
    return undefined
  }
}

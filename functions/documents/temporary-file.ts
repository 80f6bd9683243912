import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** An open file and what makes it go. */
export interface TemporaryFile {
  file: FileHandle
  close(): Promise<void>
}

/**
 * Opens a file in the system's temporary folder that nobody else can open and no name leads to, so that nothing is left
 * behind when the process dies: opinions are written here.
 */
export async function openTemporaryFile(): Promise<TemporaryFile> {
  const name = path.join(tmpdir(), `kaimen-${randomUUID()}`)
  const file = await open(name, 'wx+', 0o600)
  // Where an open file cannot be unlinked, it goes when it is closed.
  const isLeft = await unlink(name).then(
    () => false,
    () => true,
  )
  const close = async () => {
    await file.close()
    if (isLeft) await unlink(name)
  }
  return { file, close }
}

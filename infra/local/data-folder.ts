import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Takes a data folder for this process alone: two portals on one folder would be two engines on one file.
 * A lock left by a portal that was killed is recognised by its process being gone, and taken over.
 */
export function lockDataFolder(folder: string): () => void {
  makeFolder(folder)
  const lock = path.join(folder, 'portal.pid')
  const holder = readHolder(lock)
  if (holder !== undefined && isPortal(holder))
    throw new Error(`Another Kaimen (process ${holder}) already uses ${folder}; stop it, or set KAIMEN_DATA.`)
  writeFileSync(lock, String(process.pid))
  return () => {
    if (readPid(lock) === process.pid) rmSync(lock, { force: true })
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch {
    throw new Error(`KAIMEN_DATA must be a folder this account may write to; ${folder} is none.`)
  }
}

function readHolder(lock: string): number | undefined {
  const pid = readPid(lock)
  return pid === process.pid ? undefined : pid
}

function readPid(lock: string): number | undefined {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    return Number.isInteger(pid) && pid > 1 ? pid : undefined
  } catch {
    return undefined
  }
}

/** Whether a process lives and is a portal: a number may have been given to something else since. */
function isPortal(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('portal.ts')
  } catch {
    return true
  }
}

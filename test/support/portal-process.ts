import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../infra/local/free-port.ts'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** A real local portal in a process of its own, on a free port and a data folder of its own. */
export interface PortalProcess {
  origin: string
  dataFolder: string
  /** Everything it has printed. */
  output(): string
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>
  /** `kill -9`; resolves when the process is gone. */
  kill9(): Promise<void>
  /** Starts it again on the same data and port. */
  restart(): Promise<PortalProcess>
  /** Removes the data folder of a portal that has ended. */
  remove(): Promise<void>
}

export interface PortalOptions {
  dataFolder?: string
  port?: number
  /** Without the fictional city: faster, and empty. */
  demo?: boolean
}

const readyWithinMs = 120_000

/** Runs `node infra/local/portal.ts` and resolves at its ready line; rejects with its output when it ends instead. */
export async function startPortal(options: PortalOptions = {}): Promise<PortalProcess> {
  const port = options.port ?? (await freePort())
  const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(tmpdir(), 'kaimen-portal-')))
  const child = spawn(process.execPath, ['infra/local/portal.ts'], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      KAIMEN_DATA: dataFolder,
      KAIMEN_DEMO: options.demo === false ? '0' : '1',
    },
  })
  let printed = ''
  const keep = (piece: Buffer) => (printed += piece.toString('utf8'))
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const origin = `http://localhost:${port}`
  const remove = () => rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  try {
    await untilPrinted(child, () => printed, `Kaimen is open at ${origin}\n`)
  } catch (error) {
    if (options.dataFolder === undefined) await remove()
    throw error
  }
  const end = async (signal: 'SIGINT' | 'SIGKILL') => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      await ended
    }
    return child.exitCode
  }
  return {
    origin,
    dataFolder,
    output: () => printed,
    stop: () => end('SIGINT'),
    kill9: async () => void (await end('SIGKILL')),
    restart: () => startPortal({ ...options, port, dataFolder }),
    remove,
  }
}

async function untilPrinted(child: ChildProcess, printed: () => string, line: string): Promise<void> {
  const deadline = Date.now() + readyWithinMs
  while (!printed().includes(line)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the portal ended before it was open:\n${printed()}`)
    if (Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`the portal did not open in time:\n${printed()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

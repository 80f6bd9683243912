import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { environmentNames, type EnvironmentKey } from '#contract/environment.ts'
import { bundling } from '../../infra/constructs/bundling.ts'
import { exampleAuthority } from '../support/example-authority.ts'
import type { BenchResult } from './bench.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const runs = 9

/** The function's own bundling, as the deployment uses it. */
async function bundle(folder: string): Promise<string> {
  const outfile = path.join(folder, 'public-api.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['functions/entry/public-api.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    minify: bundling.minify ?? false,
    charset: bundling.charset ?? 'ascii',
    keepNames: bundling.keepNames ?? false,
    mainFields: bundling.mainFields ?? [],
    external: bundling.externalModules ?? [],
    banner: { js: bundling.banner ?? '' },
    logLevel: 'error',
  })
  return outfile
}

function settings(): Record<string, string> {
  const signingKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' })
  const secret = {
    signingKey: signingKey.toString('base64'),
    hmacSecret: Buffer.alloc(32, 9).toString('base64'),
  }
  const values: Partial<Record<EnvironmentKey, string>> = {
    opinionsTable: 'opinions',
    peopleTable: 'people',
    deskTable: 'desk',
    objectsBucket: 'objects',
    origin: 'https://bench.kaimen.example',
    logOrigin: 'bench.kaimen.example',
    keysSecret: JSON.stringify(secret),
    authority: JSON.stringify(exampleAuthority),
  }
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [environmentNames[key as EnvironmentKey], value]),
  )
}

const measure = `
const began = process.cpuUsage()
const { handler } = await import(process.argv[1])
const { user, system } = process.cpuUsage(began)
if (typeof handler !== 'function') throw new Error('no handler')
console.log((user + system) / 1000)
`

function importCpuMs(file: string): number {
  const args = ['--input-type=module', '--eval', measure, pathToFileURL(file).href]
  const env = { ...process.env, AWS_REGION: 'cn-north-1', ...settings() }
  return Number(execFileSync(process.execPath, args, { env, encoding: 'utf8' }))
}

/** Size of the public function as deployed, and the CPU a cold start spends on importing and composing it. */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaimen-bundle-'))
  try {
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}')
    const file = await bundle(folder)
    const times = Array.from({ length: runs }, () => importCpuMs(file))
    return {
      figures: {
        publicApiKb: statSync(file).size / 1024,
        // The best of nine: what the code costs, not what its neighbours on the machine cost.
        publicApiImportCpuMs: Math.min(...times),
      },
      budgets: { publicApiKb: 350, publicApiImportCpuMs: 75 },
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

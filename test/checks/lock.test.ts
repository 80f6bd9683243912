import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addStubs, platformOf } from './lock-stubs.mjs'

interface Lock {
  packages: Record<string, { version?: string; optionalDependencies?: Record<string, string>; os?: string[] }>
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  string,
  Record<string, string> | undefined
>

describe('the lock', () => {
  it('has an entry for every optional package of every platform, so that npm ci accepts it', () => {
    expect(addStubs(structuredClone(lock))).toEqual([])
  })

  it('gets the entry npm would have written when one is missing', () => {
    const broken = structuredClone(lock)
    const [gone] = Object.keys(broken.packages).filter((path) =>
      path.includes('rolldown/binding-win32-x64-msvc'),
    )
    if (gone === undefined) throw new Error('the example package is not in the lock any more')
    delete broken.packages[gone]
    expect(addStubs(broken)).toEqual([gone.replace('node_modules/', '')])
    expect(broken.packages[gone]).toMatchObject({ os: ['win32'], cpu: ['x64'], optional: true })
  })

  it('reads the platform from a package name', () => {
    expect(platformOf('@oxlint/binding-linux-arm64-musl')).toEqual({
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
    })
    expect(platformOf('@oxc-parser/binding-android-arm-eabi')).toEqual({ os: ['android'], cpu: ['arm'] })
  })

  it('pins every dependency to one exact version', () => {
    const ranges = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}).filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range)),
    )
    expect(ranges).toEqual([])
  })
})

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const places = [
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
]

const writerParts = ['/usr/lib/libreoffice/program/libswlo.so', '/opt/libreoffice/program/libswlo.so']

/** Where LibreOffice is; `undefined` where it is not installed, and tests that need it say so and are skipped. */
export const soffice = places.find((place) => existsSync(place))

/** Whether its word processor is there too (Debian: libreoffice-writer-nogui). */
export const hasWriter = soffice !== undefined && writerParts.some((place) => existsSync(place))

/** CSV as UTF-8, everything as text, every sheet in its own file. */
export const csvOfEverySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'

/** Opens a file (a workbook, unless `name` says otherwise) and saves it as something else; answers by file name. */
export async function saveInLibreOffice(
  bytes: Uint8Array,
  as: string,
  name = 'table.xlsx',
): Promise<Map<string, Uint8Array>> {
  if (soffice === undefined) throw new Error('LibreOffice is not installed')
  const folder = await mkdtemp(join(tmpdir(), 'kaimen-office-'))
  try {
    const source = join(folder, name)
    const out = join(folder, 'out')
    await writeFile(source, bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await promisify(execFile)(soffice, [profile, '--headless', '--convert-to', as, '--outdir', out, source])
    const names = await readdir(out)
    return new Map(
      await Promise.all(names.map(async (name) => [name, await readFile(join(out, name))] as const)),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

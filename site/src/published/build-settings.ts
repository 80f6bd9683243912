import { resolve } from 'node:path'
import { Instant, instant } from '#core/time.ts'

/** What a build is told from outside: which published files to read and which instant to speak from. */
export interface BuildSettings {
  publishedDirectory: string
  now: Instant
  utcOffsetMinutes: number
  /** Where the site stands, without a trailing slash; feeds and calendars need whole addresses. */
  origin: string
}

/** Reads `KAIMEN_PUBLISHED`, `KAIMEN_NOW`, `KAIMEN_ORIGIN` and `KAIMEN_UTC_OFFSET_MINUTES`; refuses a build that does not say what to read. */
export function readBuildSettings(variables: Record<string, string | undefined>): BuildSettings {
  const directory = variables['KAIMEN_PUBLISHED']
  if (!directory)
    throw new Error(
      'KAIMEN_PUBLISHED is not set: it names the folder of published files (site.json, bills/…) the site is built from.',
    )
  const now = variables['KAIMEN_NOW']
  if (now !== undefined && !Instant.safeParse(now).success)
    throw new Error(
      `KAIMEN_NOW is not an instant such as 2026-12-03T15:59:59.999Z: it is the moment the pages speak from.`,
    )
  return {
    publishedDirectory: resolve(directory),
    now: now === undefined ? instant(Date.now()) : Instant.parse(now),
    origin: variables['KAIMEN_ORIGIN'] ?? '',
    utcOffsetMinutes: Number(variables['KAIMEN_UTC_OFFSET_MINUTES'] ?? 480),
  }
}

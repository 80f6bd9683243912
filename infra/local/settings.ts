import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's own folder, whatever folder the command was started from. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** What a person can change about the local portal, from the environment. */
export interface LocalSettings {
  /** The port of everything people see. */
  port: number
  /** Address to listen on; the machine itself only, unless asked otherwise. */
  host: string
  /** `http://localhost:4321`, without a trailing slash. */
  origin: string
  dataFolder: string
  /** Days photos of sign-in sheets are kept after the answer. */
  attachmentKeptDays: number
  /** Whether the fictional city is put in on the first start. */
  withDemo: boolean
}

/** Reads the environment; throws an `Error` with one clear sentence when a setting cannot be right. */
export function readSettings(variables: Record<string, string | undefined>): LocalSettings {
  const port = Number(variables.PORT ?? 4321)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT must be a whole number from 1 to 65535, not "${variables.PORT}".`)
  const host = variables.KAIMEN_HOST || '127.0.0.1'
  return {
    port,
    host,
    origin: `http://${isThisMachine(host) ? 'localhost' : host}:${port}`,
    dataFolder: path.resolve(projectFolder, variables.KAIMEN_DATA || '.data'),
    attachmentKeptDays: readDays(variables.KAIMEN_ATTACHMENT_KEPT_DAYS),
    withDemo: variables.KAIMEN_DEMO !== '0',
  }
}

function readDays(written: string | undefined): number {
  const days = Number(written ?? 30)
  if (Number.isInteger(days) && days >= 0 && days <= 3650) return days
  throw new Error(`KAIMEN_ATTACHMENT_KEPT_DAYS must be a whole number of days, not "${written}".`)
}

function isThisMachine(host: string): boolean {
  return ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(host)
}

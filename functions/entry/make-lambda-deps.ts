import { randomFillSync } from 'node:crypto'
import { readEnvironment, type Environment, type EnvironmentKey } from '#contract/environment.ts'
import { Authority } from '#contract/authority.ts'
import type { Mail } from '#core/mail/mail-ports.ts'
import { instant } from '#core/time.ts'
import { sesMail } from '../store/ses-mail.ts'
import type { PublicStores, StoreGround } from '../store/public-stores-on.ts'
import { createTelemetry } from '../telemetry/telemetry.ts'
import { lambdaCredentials } from './lambda-credentials.ts'
import { readKeys } from './read-keys.ts'

/** What every function of a deployment is told. */
export const commonSettings = [
  'opinionsTable',
  'peopleTable',
  'deskTable',
  'objectsBucket',
  'origin',
  'logOrigin',
  'keysSecret',
  'utcOffsetMinutes',
  'legalMinimumDays',
  'attachmentKeptDays',
  'authority',
  'mailFrom',
  'mailConfigurationSet',
] as const satisfies readonly EnvironmentKey[]

/** Where a deployment keeps things; how they are spoken to is the entry point's choice. */
export type Places = Omit<StoreGround, 'tables' | 'objects'> & { bucket: string }

const pool = Buffer.alloc(4096)
let used = pool.length

/** Cryptographic randomness, drawn a page at a time: a draw costs the same for 16 bytes as for 4096. */
export function pooledBytes(length: number): Uint8Array {
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = Uint8Array.prototype.slice.call(pool, used, used + length)
  pool.fill(0, used, used + length)
  used += length
  return bytes
}

/** SES, where the deployment has given it a sender: elsewhere no mail is offered. */
function carrierOf(
  { mailFrom, mailConfigurationSet }: Pick<Environment, 'mailFrom' | 'mailConfigurationSet'>,
  name: string,
  environment: Record<string, string | undefined>,
): Mail | undefined {
  if (mailFrom === undefined || mailConfigurationSet === undefined) return undefined
  const credentials = lambdaCredentials(environment)
  const place = { region: environment['AWS_REGION'] ?? '', credentials, now: () => new Date() }
  return sesMail(place, { address: mailFrom, name, configurationSet: mailConfigurationSet })
}

/** Everything a function needs, made once when it starts; with the entry points the only place that reads clock and environment. */
export async function makeLambdaDeps<S extends PublicStores>(
  environment: Record<string, string | undefined>,
  open: (places: Places) => S,
) {
  const read = readEnvironment(environment, commonSettings)
  const {
    origin,
    utcOffsetMinutes,
    legalMinimumDays,
    attachmentKeptDays,
    logOrigin,
    objectsBucket: bucket,
  } = read
  // Read once in a function's life: compiling the schema, as zod does for what is read often, costs more than it saves.
  const authority = Authority.parse(JSON.parse(read.authority), { jitless: true })
  const keys = await readKeys(read.keysSecret, environment)
  const clock = { now: () => instant(Date.now()) }
  const tableNames = { opinions: read.opinionsTable, people: read.peopleTable, desk: read.deskTable }
  return {
    ...open({ tableNames, bucket, logOrigin, keys }),
    settings: {
      origin,
      utcOffsetMinutes,
      legalMinimumDays,
      attachmentKeptDays,
      noticeVersion: authority.noticeVersion,
    },
    clock,
    randomness: { bytes: pooledBytes },
    mail: carrierOf(read, authority.organ, environment),
    keys,
    authority,
    telemetry: createTelemetry((line) => process.stdout.write(`${line}\n`), clock.now),
  }
}

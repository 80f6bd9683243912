import * as z from 'zod'

/** Environment variables, named once: CDK writes them, entry points read them. */
export const environmentNames = {
  opinionsTable: 'KAIMEN_OPINIONS_TABLE',
  peopleTable: 'KAIMEN_PEOPLE_TABLE',
  deskTable: 'KAIMEN_DESK_TABLE',
  objectsBucket: 'KAIMEN_OBJECTS_BUCKET',
  siteBucket: 'KAIMEN_SITE_BUCKET',
  origin: 'KAIMEN_ORIGIN',
  logOrigin: 'KAIMEN_LOG_ORIGIN',
  keysSecret: 'KAIMEN_KEYS_SECRET',
  oidcIssuer: 'KAIMEN_OIDC_ISSUER',
  oidcClientId: 'KAIMEN_OIDC_CLIENT_ID',
  oidcClientSecret: 'KAIMEN_OIDC_CLIENT_SECRET',
  utcOffsetMinutes: 'KAIMEN_UTC_OFFSET_MINUTES',
  legalMinimumDays: 'KAIMEN_LEGAL_MINIMUM_DAYS',
  attachmentKeptDays: 'KAIMEN_ATTACHMENT_KEPT_DAYS',
  authority: 'KAIMEN_AUTHORITY',
  buildTableFunction: 'KAIMEN_BUILD_TABLE_FUNCTION',
  publishBulletinFunction: 'KAIMEN_PUBLISH_BULLETIN_FUNCTION',
  mailFrom: 'KAIMEN_MAIL_FROM',
  mailConfigurationSet: 'KAIMEN_MAIL_CONFIGURATION_SET',
  sendAnswersFunction: 'KAIMEN_SEND_ANSWERS_FUNCTION',
} as const
export type EnvironmentKey = keyof typeof environmentNames

const named = z.string().min(1)
const days = z.coerce.number().int().min(1).default(30)

/** What every function is told; `readEnvironment` names everything that is missing at once. */
export const Environment = z.object({
  opinionsTable: named,
  peopleTable: named,
  deskTable: named,
  objectsBucket: named,
  /** The bucket CloudFront reads pages from. */
  siteBucket: named,
  /** The one origin everything is served on, without a trailing slash. */
  origin: z.url(),
  /** Name of the log in its checkpoints: a host and path without scheme. */
  logOrigin: named,
  /** Name of the secret with `{ signingKey, hmacSecret }` (base64), or the JSON itself locally. */
  keysSecret: named,
  oidcIssuer: z.url(),
  oidcClientId: named,
  oidcClientSecret: named,
  utcOffsetMinutes: z.coerce.number().int().default(480),
  legalMinimumDays: days,
  attachmentKeptDays: days,
  /** JSON of `Authority` (contract/published.ts). */
  authority: z.string().min(2),
  /** Name of the function that writes long tables. */
  buildTableFunction: named,
  /** Name of the function that previews and publishes long bulletins. */
  publishBulletinFunction: named,
  /** The address letters come from, and their SES configuration set; missing: no mail. */
  mailFrom: z.string().min(3).optional(),
  mailConfigurationSet: named.optional(),
  /** Name of the function that sends what is due; missing: no mail. */
  sendAnswersFunction: named.optional(),
})
export type Environment = z.infer<typeof Environment>

/** Reads the settings a function needs; every missing one is named in one error. */
export function readEnvironment<K extends EnvironmentKey>(
  variables: Record<string, string | undefined>,
  keys: readonly K[],
): Pick<Environment, K> {
  const problems: string[] = []
  const settings: Record<string, unknown> = {}
  for (const key of keys) {
    const read = Environment.shape[key].safeParse(variables[environmentNames[key]])
    if (read.success) settings[key] = read.data
    else problems.push(environmentNames[key])
  }
  if (problems.length > 0) throw new Error(`settings missing or malformed: ${problems.join(', ')}`)
  return settings as Pick<Environment, K>
}

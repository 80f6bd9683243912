import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { Authority } from '#contract/authority.ts'
import { isEarlierNotice } from '#contract/notice-versions.ts'

const filled = z.string().trim().min(1)

/**
 * One deployment: what a city fills in. Every blank is named at once, and no blank footer field of a government
 * site gets through (`authority`).
 */
export const StageSettings = z
  .strictObject({
    /** Lower-case name, first word of every stack: `yunxi`. */
    name: z.string().regex(/^[a-z][a-z0-9-]{1,19}$/),
    account: z.string().regex(/^\d{12}$/),
    region: filled,
    /** The one origin, without a trailing slash. CloudFront's own domain is never assumed: aws-cn forbids it. */
    origin: z.url({ protocol: /^https$/ }).refine((url) => !url.endsWith('/')),
    /** ACM certificate in us-east-1; in aws-cn the id of a server certificate in IAM. */
    certificate: filled,
    /** Any OpenID Connect issuer; in aws-cn there is no Cognito user pool. */
    oidcIssuer: z.url(),
    oidcClientId: filled,
    utcOffsetMinutes: z.int().min(-720).max(840),
    legalMinimumDays: z.int().min(1),
    /** Days photos of sign-in sheets are kept after the answer. */
    attachmentKeptDays: z.int().min(1).max(3650).default(30),
    /** Whom alarms wake. */
    alarmEmail: z.email(),
    /**
     * From whom residents get letters about answers; its domain becomes an SES identity. Missing: no mail is offered. SES
     * exists in no region of aws-cn.
     */
    mailFrom: z.email().optional(),
    // A government site without its fields is refused; the example mark and the licence may be absent.
    authority: Authority.superRefine((authority, context) => {
      for (const [field, value] of Object.entries(authority))
        if (typeof value === 'string' && value.trim() === '')
          context.addIssue({ code: 'custom', path: [field], message: 'blank' })
      if (isEarlierNotice(authority.noticeVersion))
        context.addIssue({
          code: 'custom',
          path: ['noticeVersion'],
          message: 'an earlier text of the notice',
        })
    }),
  })
  .refine((stage) => stage.mailFrom === undefined || !stage.region.startsWith('cn-'), {
    path: ['mailFrom'],
    message: 'SES exists in no region of aws-cn',
  })
export type StageSettings = z.infer<typeof StageSettings>

/** Reads a stage from a JSON file; throws one error that names every missing or malformed field. */
export function readStage(file: string): StageSettings {
  const read = StageSettings.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (read.success) return read.data
  const fields = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`${file} cannot be deployed:\n  ${fields.join('\n  ')}`)
}

/** Host of the origin: the domain of the distribution and the name of the log. */
export function hostOf(stage: Pick<StageSettings, 'origin'>): string {
  return new URL(stage.origin).host
}

/** Whether a region belongs to the partition aws-cn. */
export function isInChina(stage: Pick<StageSettings, 'region'>): boolean {
  return stage.region.startsWith('cn-')
}

import { createHash, createHmac } from 'node:crypto'

/** Credentials as Lambda hands them to every function. */
export interface Credentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string | undefined
}

interface SignedRequest {
  url: string
  headers: Record<string, string>
  body: string
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

function signature(secret: string, scope: readonly string[], toSign: string): string {
  const key = scope.reduce<string | Buffer>((held, part) => hmac(held, part), `AWS4${secret}`)
  return hmac(key, toSign).toString('hex')
}

/**
 * `GetSecretValue`, signed by hand (AWS Signature Version 4): one request at start is not worth the 90 KB of a
 * client. Region and partition are in the secret's own name, so aws-cn needs no setting.
 */
export function secretRequest(arn: string, credentials: Credentials, now: Date): SignedRequest {
  const [, partition, service = '', region = ''] = arn.split(':')
  const host = `${service}.${region}.${partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'}`
  const date = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const body = JSON.stringify({ SecretId: arn })
  const headers: Record<string, string> = {
    'content-type': 'application/x-amz-json-1.1',
    host,
    'x-amz-date': date,
    ...(credentials.sessionToken && { 'x-amz-security-token': credentials.sessionToken }),
    'x-amz-target': 'secretsmanager.GetSecretValue',
  }
  const names = Object.keys(headers).sort()
  const canonicalHeaders = names.map((name) => `${name}:${headers[name]}\n`).join('')
  const canonical = ['POST', '/', '', canonicalHeaders, names.join(';'), hash(body)].join('\n')
  const scope = [date.slice(0, 8), region, service, 'aws4_request']
  const toSign = ['AWS4-HMAC-SHA256', date, scope.join('/'), hash(canonical)].join('\n')
  const authorization =
    `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope.join('/')}, ` +
    `SignedHeaders=${names.join(';')}, Signature=${signature(credentials.secretAccessKey, scope, toSign)}`
  const { host: _host, ...sent } = headers
  return { url: `https://${host}/`, headers: { ...sent, authorization }, body }
}

/** The secret's text. Throws with the status alone: an answer of this service is never written anywhere. */
export async function readSecret(
  arn: string,
  environment: Record<string, string | undefined>,
): Promise<string> {
  const credentials = {
    accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
    sessionToken: environment['AWS_SESSION_TOKEN'],
  }
  const { url, headers, body } = secretRequest(arn, credentials, new Date())
  const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(5000) })
  if (!answer.ok) throw new Error(`the keys' secret could not be read: status ${answer.status}`)
  return ((await answer.json()) as { SecretString: string }).SecretString
}

import { createHash, createHmac } from 'node:crypto'

/** Credentials as AWS hands them to a function. */
export interface Credentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string | undefined
}

export interface UnsignedRequest {
  method: 'GET' | 'POST'
  url: URL
  headers: Readonly<Record<string, string>>
  body: string
}

/** What a signature is valid for. */
export interface SigningScope {
  service: string
  region: string
  credentials: Credentials
  now: Date
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

let kept: { name: string; key: Buffer } | undefined

/** The key of a day, region and service: the same for every request until midnight UTC. */
function signingKey(secret: string, scope: readonly string[]): Buffer {
  const name = [secret, ...scope].join('\0')
  if (kept?.name !== name)
    kept = { name, key: scope.reduce<Buffer>((held, part) => hmac(held, part), Buffer.from(`AWS4${secret}`)) }
  return kept.key
}

/** The path as S3 and DynamoDB sign it: each segment encoded once, by RFC 3986. */
function canonicalPath(url: URL): string {
  return url.pathname.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function canonicalQuery(url: URL): string {
  const pairs = [...url.searchParams].map(([name, value]) => [name, value].map(encodeURIComponent).join('='))
  return pairs.sort().join('&')
}

/**
 * Signs a request: AWS Signature Version 4 (IAM User Guide, "Create a signed AWS API request"). Returns all
 * headers to send except Host, which every HTTP client adds itself.
 */
export function signedHeaders(request: UnsignedRequest, scope: SigningScope): Record<string, string> {
  const { service, region, credentials } = scope
  const date = scope.now.toISOString().replace(/[-:]|\.\d+/g, '')
  const bodyHash = hash(request.body)
  const headers: Record<string, string> = {
    ...request.headers,
    'x-amz-date': date,
    ...(service === 's3' && { 'x-amz-content-sha256': bodyHash }),
    ...(credentials.sessionToken && { 'x-amz-security-token': credentials.sessionToken }),
  }
  const signed: Record<string, string> = { ...headers, host: request.url.host }
  const names = Object.keys(signed).sort()
  const lines = names.map((name) => `${name}:${signed[name]?.trim()}\n`).join('')
  const canonical = [
    request.method,
    canonicalPath(request.url),
    canonicalQuery(request.url),
    lines,
    names.join(';'),
    bodyHash,
  ].join('\n')
  const parts = [date.slice(0, 8), region, service, 'aws4_request']
  const toSign = ['AWS4-HMAC-SHA256', date, parts.join('/'), hash(canonical)].join('\n')
  const signature = hmac(signingKey(credentials.secretAccessKey, parts), toSign).toString('hex')
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${parts.join('/')}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  return { ...headers, authorization }
}

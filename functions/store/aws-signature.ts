import { createHash, createHmac, type Hash as NodeHash, type Hmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'

/** Credentials as AWS hands them to a function. */
export interface Credentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string | undefined
}

/** A request as it will be sent, but for its signature. */
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

type Bytes = string | ArrayBuffer | ArrayBufferView

/** SHA-256, or HMAC with it, of the platform in the form that AWS's signer asks for. */
class Sha256 {
  readonly #hash: NodeHash | Hmac

  constructor(secret?: Bytes) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret))
  }

  update(data: Bytes): void {
    this.#hash.update(bytesOf(data))
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest())
  }

  reset(): never {
    throw new Error('a hash is used once')
  }
}

function bytesOf(data: Bytes): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data)
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}

/**
 * Signs a request with AWS's own signer, Signature Version 4 (IAM User Guide, "Create a signed AWS API request").
 * Returns all headers to send except Host, which every HTTP client adds itself.
 */
export async function signedHeaders(
  request: UnsignedRequest,
  { service, region, credentials, now }: SigningScope,
): Promise<Record<string, string>> {
  const isS3 = service === 's3'
  // S3 signs a path as it is sent, the others encode it once more; only S3 asks for the body's hash.
  const signer = new SignatureV4({
    service,
    region,
    credentials,
    sha256: Sha256,
    uriEscapePath: !isS3,
    applyChecksum: isS3,
  })
  const { url, method, body } = request
  const unsigned = {
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { ...request.headers, host: url.host },
    body,
  }
  const signed = await signer.sign(unsigned, { signingDate: now })
  const { host: _, ...headers } = signed.headers
  return headers
}

/** A URL that lets whoever has it read one thing for a while, signed the same way in its query. */
export async function presignedUrl(
  url: URL,
  { service, region, credentials, now }: SigningScope,
  seconds: number,
): Promise<URL> {
  const signer = new SignatureV4({
    service,
    region,
    credentials,
    sha256: Sha256,
    uriEscapePath: service !== 's3',
    applyChecksum: false,
  })
  const unsigned = {
    method: 'GET',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
  }
  const hoisted = { unhoistableHeaders: new Set<string>(), hoistableHeaders: new Set<string>() }
  const unsignable = new Set(['x-amz-content-sha256'])
  const signed = await signer.presign(unsigned, {
    ...hoisted,
    unsignableHeaders: unsignable,
    signingDate: now,
    expiresIn: seconds,
  })
  const address = new URL(url)
  for (const [name, value] of Object.entries(signed.query ?? {}))
    address.searchParams.set(name, String(value))
  return address
}

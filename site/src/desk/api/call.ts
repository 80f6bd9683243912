import { refusal, Trouble } from './trouble.ts'

/** How to call `/office/api`: the interface's language decides in which one refusals are worded. */
export interface CallOptions {
  method?: 'GET' | 'POST' | 'PUT'
  json?: unknown
  body?: Blob | Uint8Array<ArrayBuffer>
  contentType?: string
  /** The `rev` that was read; sent as `If-Match: "<rev>"`. */
  rev?: number
}

let language = 'zh-CN'

/** The language in which the server words its refusals. */
export function speak(locale: string): void {
  language = locale
}

/** The language refusals are asked for in. */
export function spokenLanguage(): string {
  return language
}

/** One call of the office API. Throws `Trouble`; the answer's shape is the contract's. */
export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  const body = await (await ask(path, options)).text()
  return body === '' ? (undefined as T) : (JSON.parse(body) as T)
}

/** The same for an answer that is a file. */
export async function callForFile(path: string, options: CallOptions): Promise<Blob> {
  return (await ask(path, options)).blob()
}

async function ask(path: string, options: CallOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language }
  if (options.rev !== undefined) headers['if-match'] = `"${options.rev}"`
  if (options.json !== undefined) headers['content-type'] = 'application/json'
  else if (options.contentType) headers['content-type'] = options.contentType
  let answer: Response
  try {
    answer = await fetch(`/office/api${path}`, {
      method: options.method ?? 'GET',
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      body: options.json === undefined ? (options.body ?? null) : JSON.stringify(options.json),
    })
  } catch {
    throw new Trouble('offline')
  }
  if (!answer.ok) throw refusal(answer.status, await answer.text())
  return answer
}

/** Sends a file and tells how far it is (0…1). `fetch` cannot say that yet, so this is XMLHttpRequest. */
export function sendFile<T>(
  method: 'POST' | 'PUT',
  path: string,
  file: Blob | FormData,
  /** `undefined` for a form: the browser names its boundary. */
  contentType: string | undefined,
  onProgress: (share: number) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, `/office/api${path}`)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('accept-language', language)
    if (contentType !== undefined) request.setRequestHeader('content-type', contentType)
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      if (request.status >= 400) reject(refusal(request.status, request.responseText))
      else resolve(JSON.parse(request.responseText) as T)
    })
    request.addEventListener('error', () => reject(new Trouble('offline')))
    request.send(file)
  })
}

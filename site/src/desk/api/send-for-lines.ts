import { spokenLanguage } from './call.ts'
import { refusal, Trouble } from './trouble.ts'

/** A server that is at work answers a row at least this often; longer silence is a lost connection. */
const silenceMs = 60_000

/**
 * Sends a file and hands on each line of JSON as it comes (NDJSON). `fetch` cannot be stopped for silence and read in
 * pieces as simply, so this is XMLHttpRequest. Rejects with `Trouble`: `offline` when the answer stops.
 */
export function sendFileForLines<Line>(
  path: string,
  file: Blob,
  contentType: string,
  onLine: (line: Line) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    let read = 0
    let silence: ReturnType<typeof setTimeout> | undefined
    const listen = () => {
      clearTimeout(silence)
      silence = setTimeout(() => request.abort(), silenceMs)
    }
    const hand = () => {
      if (request.status !== 200) return
      const end = request.responseText.lastIndexOf('\n') + 1
      const lines = request.responseText.slice(read, end).split('\n')
      read = end
      for (const line of lines) if (line !== '') onLine(JSON.parse(line) as Line)
    }
    request.open('PUT', `/office/api${path}`)
    request.setRequestHeader('accept', 'application/x-ndjson')
    request.setRequestHeader('accept-language', spokenLanguage())
    request.setRequestHeader('content-type', contentType)
    request.upload.addEventListener('progress', listen)
    request.addEventListener('progress', () => {
      listen()
      hand()
    })
    request.addEventListener('load', () => {
      if (request.status >= 400) reject(refusal(request.status, request.responseText))
      else {
        hand()
        resolve()
      }
    })
    for (const ending of ['error', 'abort'] as const)
      request.addEventListener(ending, () => reject(new Trouble('offline')))
    request.addEventListener('loadend', () => clearTimeout(silence))
    listen()
    request.send(file)
  })
}

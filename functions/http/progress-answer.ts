import type { BatchAnswer, BatchProgress, BatchRowAnswer } from '#contract/batch-api.ts'
import type { UploadFollower } from '../actions/batch/upload-batch.ts'

export const progressMediaType = 'application/x-ndjson'
/** Answers leave in handfuls, so that a screen counts up smoothly and a line costs little. */
const rowsPerLine = 25

/**
 * Runs an upload and answers line by line while it goes. What is refused before anything is planned is thrown, an
 * ordinary problem; a failure later goes to `onFailure` and ends the answer without its last line. A reader that leaves
 * does not stop the work.
 */
export function answerProgress(
  upload: (follower: UploadFollower) => Promise<BatchAnswer>,
  onFailure: (error: unknown) => void,
): Promise<Response> {
  const { readable, tell, end } = lineStream()
  let waiting: BatchRowAnswer[] = []
  const flush = () => {
    if (waiting.length > 0) tell({ kind: 'rows', rows: waiting })
    waiting = []
  }
  return new Promise((answer, refuse) => {
    let isPlanned = false
    const follower: UploadFollower = {
      onPlan(rows) {
        isPlanned = true
        tell({ kind: 'plan', rows })
        const headers = { 'content-type': progressMediaType, 'cache-control': 'no-store' }
        answer(new Response(readable, { headers }))
      },
      onRow(row) {
        waiting.push(row)
        if (waiting.length >= rowsPerLine) flush()
      },
    }
    const run = async () => {
      try {
        const { rows: _told, ...done } = await upload(follower)
        flush()
        tell({ kind: 'done', answer: done })
      } catch (error) {
        if (isPlanned) onFailure(error)
        else refuse(error as Error)
      }
      end()
    }
    void run()
  })
}

function lineStream() {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const readable = new ReadableStream<Uint8Array>({
    start(made) {
      controller = made
    },
    cancel() {
      controller = undefined
    },
  })
  return {
    readable,
    tell: (line: BatchProgress) => controller?.enqueue(encoder.encode(`${JSON.stringify(line)}\n`)),
    end: () => controller?.close(),
  }
}

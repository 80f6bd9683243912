import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Instant } from '#core/time.ts'
import { withAddresses } from '../../functions/store/export-addresses.ts'
import { makeTestDeps } from '../support/test-portal.ts'

const now = '2026-11-10T02:00:00.000Z' as Instant

/** Chunks that all stand in the same memory, as the writers of tables give them. */
async function* sameMemory(sizes: readonly number[], seen: (bytes: Uint8Array) => void) {
  const memory = Buffer.alloc(Math.max(1, ...sizes))
  for (const [at, size] of sizes.entries()) {
    memory.fill(at % 251)
    const chunk = memory.subarray(0, size)
    seen(chunk)
    yield chunk
  }
}

test.each([
  ['nothing at all', []],
  ['less than a part', [10, 100_000]],
  ['exactly one part', [4 * 1024 * 1024, 4 * 1024 * 1024]],
  ['several parts and a rest', Array.from({ length: 101 }, () => 199_999)],
  ['one chunk larger than a part', [19 * 1024 * 1024]],
])('a file of %s comes back byte for byte', async (_, sizes) => {
  const { exportFiles } = await makeTestDeps({ now })
  const written = createHash('sha256')
  await exportFiles.write(
    'exports/c-1/x-1/1/1.csv',
    sameMemory(sizes, (bytes) => written.update(bytes)),
  )
  const read = createHash('sha256')
  for await (const chunk of (await exportFiles.read('exports/c-1/x-1/1/1.csv')) ?? []) read.update(chunk)
  expect(read.digest('hex')).toBe(written.digest('hex'))
})

test('a file that is not there is said not to be', async () => {
  const { exportFiles } = await makeTestDeps({ now })
  expect(await exportFiles.read('exports/c-1/x-2/1/1.csv')).toBeUndefined()
})

test('the address of a file is the bucket’s own, good for five minutes, and names the file as people know it', async () => {
  const { exportFiles } = await makeTestDeps({ now })
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' }
  const place = { region: 'cn-north-1', credentials, now: () => new Date(now) }
  const files = withAddresses(exportFiles, place, 'kaimen-objects')
  const disposition = "attachment; filename*=UTF-8''%E8%A1%A8.xlsx"
  const address = new URL((await files.addressOf?.('exports/c-1/x-1/1/1.xlsx', disposition)) ?? '')
  expect(address.origin).toBe('https://kaimen-objects.s3.cn-north-1.amazonaws.com.cn')
  expect(address.pathname).toBe('/exports/c-1/x-1/1/1.xlsx')
  const query = Object.fromEntries(address.searchParams)
  expect(query).toMatchObject({
    'response-content-disposition': disposition,
    'X-Amz-Expires': '300',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Date': '20261110T020000Z',
    'X-Amz-Security-Token': 'token',
  })
  expect(query['X-Amz-Signature']).toMatch(/^[0-9a-f]{64}$/)
})

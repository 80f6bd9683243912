import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { attachmentPieceBytes } from '#contract/collect-api.ts'
import type { MemberName } from '../support/open-office.ts'
import { openCollecting, type OpenCollecting } from '../support/open-collecting.ts'

let office: OpenCollecting
beforeAll(async () => {
  office = await openCollecting()
})
const sessionId = randomUUID()
const path = (id: string) => `/office/api/attachments/${id}`
interface Put {
  of?: number
  mediaType?: string
  who?: MemberName
  type?: string
}
function put(
  id: string,
  piece: number,
  bytes: Uint8Array,
  { of = 3, mediaType = 'image/jpeg', who = 'collector', type = 'application/octet-stream' }: Put = {},
) {
  const query = new URLSearchParams({ of: String(of), sessionId, mediaType })
  return office.ask(who, 'PUT', `${path(id)}/${piece}?${query}`, {
    body: Buffer.from(bytes),
    headers: { 'content-type': type },
  })
}

describe('a photo in pieces (row 26)', () => {
  it('goes on where it broke off, in any order, and comes back as it was', async () => {
    const id = randomUUID()
    const photo = randomBytes(2 * attachmentPieceBytes + 777)
    const piece = (n: number) => photo.subarray(n * attachmentPieceBytes, (n + 1) * attachmentPieceBytes)
    expect((await put(id, 2, piece(2))).body).toEqual({ id, have: [2], of: 3, complete: false })
    expect((await office.ask('collector', 'GET', path(id))).status).toBe(404)
    const both = await Promise.all([put(id, 0, piece(0)), put(id, 0, piece(0)), put(id, 2, piece(2))])
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await office.ask('collector', 'GET', `${path(id)}/pieces`)).body).toMatchObject({ have: [0, 2] })
    expect((await put(id, 1, piece(1))).body).toMatchObject({ have: [0, 1, 2], complete: true })
    const response = await office.fetchAs('legislator', 'GET', path(id))
    expect(Buffer.from(await response.arrayBuffer()).equals(photo)).toBe(true)
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*\.jpg$/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('keeps a piece that stands: other bytes in its place, or another description, are refused', async () => {
    const id = randomUUID()
    await put(id, 0, Buffer.from('one'))
    expect((await put(id, 0, Buffer.from('two'))).status).toBe(409)
    expect((await put(id, 1, Buffer.from('b'), { of: 4 })).status).toBe(409)
    expect((await put(id, 1, Buffer.from('b'), { who: 'otherLiaison' })).status).toBe(409)
  })

  it.each<[string, number, Uint8Array, Put, number]>([
    ['a page of HTML', 0, Buffer.from('<script>'), { mediaType: 'text/html' }, 422],
    ['more than 25 MB', 0, Buffer.from('a'), { of: 51 }, 413],
    ['a piece over 512 KB', 0, Buffer.alloc(attachmentPieceBytes + 1), {}, 413],
    ['a piece beyond the last', 3, Buffer.from('a'), {}, 422],
    ['nothing', 0, Buffer.alloc(0), {}, 422],
    ['a body of another kind', 0, Buffer.from('{}'), { type: 'application/json' }, 415],
  ])('refuses %s', async (_what, piece, bytes, how, status) => {
    expect((await put(randomUUID(), piece, bytes, how)).status).toBe(status)
  })

  it('longer than a gateway lets through is joined in the store and comes back byte for byte', async () => {
    const id = randomUUID()
    const recording = randomBytes(9 * attachmentPieceBytes)
    for (let n = 0; n < 9; n += 1)
      await put(id, n, recording.subarray(n * attachmentPieceBytes, (n + 1) * attachmentPieceBytes), {
        of: 9,
      })
    const response = await office.fetchAs('liaison', 'GET', path(id))
    expect(response.headers.get('content-length')).toBe(String(recording.byteLength))
    expect(Buffer.from(await response.arrayBuffer()).equals(recording)).toBe(true)
    const whole = await office.deps.exportFiles.read(`attachments/cp-hexi/${id}/whole`)
    expect(whole).toBeDefined()
    for await (const _ of whole ?? []) break
  })

  it('may be a recording whose type names its codec', async () => {
    const answer = await put(randomUUID(), 0, Buffer.from('a'), { mediaType: 'audio/webm;codecs=opus' })
    expect(answer.status).toBe(200)
  })

  it('is shown to its own contact point and legislators alone, and who looked is on record', async () => {
    const id = randomUUID()
    await put(id, 0, Buffer.from('photo'), { of: 1 })
    expect((await office.ask('otherLiaison', 'GET', path(id))).status).toBe(403)
    expect((await office.ask('otherLiaison', 'GET', `${path(id)}/pieces`)).status).toBe(403)
    await office.ask('legislator', 'GET', path(id))
    expect(await office.deps.audit.list(5)).toContainEqual(
      expect.objectContaining({ action: 'attachment.read', subject: id, memberId: 'm-legislator' }),
    )
  })
})

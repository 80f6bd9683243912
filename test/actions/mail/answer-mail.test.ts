import { ScanCommand, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { limits } from '#contract/limits.ts'
import { answerMailId } from '#core/mail/answer-mail.ts'
import type { OpinionId } from '#core/ids.ts'
import type { MailAddress } from '#core/mail/mail-address.ts'
import type { Letter } from '#core/mail/mail-ports.ts'
import { parseReceiptCode, type ReceiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import { sealAddress, sealIvBytes } from '../../../functions/actions/mail/sealed-address.ts'
import { instant, type Instant } from '#core/time.ts'
import { askForMail } from '../../../functions/actions/mail/ask-for-mail.ts'
import { confirmMail } from '../../../functions/actions/mail/confirm-mail.ts'
import { opinionTableRows } from '../../../functions/actions/table/build-opinion-table.ts'
import { decideOpinion } from '../../../functions/actions/deciding/decide-opinion.ts'
import { leaveMail } from '../../../functions/actions/intake/leave-mail.ts'
import { noteLetter } from '../../../functions/actions/draft/note-letter.ts'
import { publishBulletin } from '../../../functions/actions/bulletin/publish-bulletin.ts'
import { sendAnswers } from '../../../functions/actions/mail/send-answers.ts'
import { sheetRows } from '../../support/batch-file.ts'
import { collect } from '../../support/collect.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import { legislator, liaison, sceneTimes } from '../../support/desk-scene-data.ts'
import { exampleAuthority as authority } from '../../support/example-authority.ts'
import { LetterBox } from '../../support/letter-box.ts'
import { uploadRows } from '../../support/upload-rows.ts'

const { during, after } = sceneTimes
const address = 'Wang.Xiaomei@example.com'
const later = (at: Instant, seconds: number) => instant(Date.parse(at) + seconds * 1000)

let scene: DeskScene
let box: LetterBox
let receipts: string[]

beforeAll(async () => {
  scene = await makeDeskScene({ withLaterDraft: false })
  // The scene lies in the past: the engine would sweep by its own clock what is not expired by ours.
  const kept = { Enabled: false, AttributeName: 'expiresAtSeconds' }
  const { dynamo, tableNames } = scene.deps.places
  for (const TableName of [tableNames.people, tableNames.desk])
    await dynamo.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: kept }))
  const { rows } = await uploadRows(scene.deps, liaison, sheetRows(4))
  receipts = rows.map(({ receiptCode }) => receiptCode ?? '')
  await scene.deps.sequence()
})
beforeEach(() => {
  box = new LetterBox()
})

const deps = () => ({ ...scene.deps, mail: box, authority })
const ask = (receipt = 0, to = address, now = during) =>
  askForMail(deps(), { receiptCode: receipts[receipt] ?? '', address: to, language: 'zh' }, now)
const codeIn = (letter = box.letters.at(-1), name: 'confirm' | 'leave' = 'confirm') =>
  new RegExp(`#${name}=(\\w{16})`).exec(letter?.text ?? '')?.[1] ?? ''
const confirm = (code = codeIn(), now = during) => confirmMail(deps(), code, now)
const send = () => sendAnswers(deps())

async function publish(): Promise<void> {
  const { consultation } = scene
  scene.deps.clock.set(after)
  for (const { opinionId } of await collect(opinionTableRows(scene.deps, legislator, consultation.id)))
    await decideOpinion(
      scene.deps,
      legislator,
      consultation.id,
      opinionId as OpinionId,
      { outcome: 'notAdopted', reason: '现行规定已经够了。' },
      0,
      after,
    )
  await publishBulletin(scene.deps, legislator, consultation.id, {}, after)
}

/** An address that was confirmed before the bulletin and waits for its letter. */
async function due(to: string): Promise<void> {
  const { answerMails, keys } = scene.deps
  const consultationId = scene.consultation.id
  const mailId = answerMailId(keys, consultationId, to as MailAddress)
  const sealedAddress = sealAddress(keys, to as MailAddress, mailId, new Uint8Array(sealIvBytes))
  const opinionIds = [opinionIdOf(parseReceiptCode(receipts[0] ?? '') as ReceiptCode)]
  const expiresAtSeconds = Date.parse(after) / 1000 + 86_400
  const shared = { mailId, consultationId, sealedAddress, opinionIds, expiresAtSeconds, rev: 0 }
  const mail = await answerMails.put({ ...shared, language: 'zh', noticeVersion: '2026-1' }, 0, after)
  await answerMails.wait(mail)
}

async function everythingStored(): Promise<string> {
  const { dynamo, tableNames } = scene.deps.places
  const pages = await Promise.all(
    Object.values(tableNames).map((TableName) => dynamo.send(new ScanCommand({ TableName }))),
  )
  return JSON.stringify(pages.map(({ Items }) => Items)).toLowerCase()
}

/** Asks, and confirms with the letter that came. */
async function askAndConfirm(receipt: number, to: string): Promise<void> {
  await ask(receipt, to)
  await confirm()
}

/* One consultation from its window to its bulletin: what is asked for before is answered behind. */

describe('an address that wants to hear of an answer', () => {
  test('stands in no table as it is written, nor does its code', async () => {
    await askAndConfirm(0, address)
    const stored = await everythingStored()
    for (const secret of ['example.com', 'xiaomei', codeIn().toLowerCase()])
      expect(stored.includes(secret)).toBe(false)
    expect(stored.includes('"mail#')).toBe(true)
    // Again, in capitals, with another receipt: still one address.
    await askAndConfirm(1, address.toUpperCase())
    await ask(2)
    await send()
    expect(box.letters).toHaveLength(3)
  })

  test('may confirm twice, and type the code in small letters; it is good for three days', async () => {
    await ask(0, 'li@example.com')
    const spaced = codeIn()
      .toLowerCase()
      .replace(/(.{4})/g, '$1 ')
    expect(await confirm()).toEqual({ state: 'waiting' })
    expect(await confirm(spaced, later(during, limits.mailCodeDays * 86_400 - 1))).toEqual({
      state: 'waiting',
    })
    await expect(confirm(codeIn(), later(during, limits.mailCodeDays * 86_400))).rejects.toThrow(
      'mail-code-not-valid',
    )
  })

  test('leaves with the code of any of its letters, as often as it likes', async () => {
    await ask(0, 'zhao@example.com')
    const leave = codeIn(undefined, 'leave')
    await expect(leaveMail(deps(), leave, during)).rejects.toThrow('mail-code-not-valid')
    await confirm()
    for (let time = 0; time < 2; time += 1)
      expect(await leaveMail(deps(), leave, during)).toEqual({ state: 'left' })
  })

  test('is written to a few times a day at most, whoever asks with whatever receipt', async () => {
    const to = 'victim@example.com'
    const day = later(during, 86_401)
    for (let letter = 0; letter < limits.maxLettersPerAddress; letter += 1) await ask(letter % 3, to, day)
    await expect(ask(0, to, later(day, 60))).rejects.toMatchObject({
      code: 'too-many-requests',
      facts: { retryAfterSeconds: 86_340 },
    })
    await ask(0, 'other@example.com', day)
    await ask(0, to, later(day, 86_401))
    expect(box.to(to)).toHaveLength(limits.maxLettersPerAddress + 1)
  })

  test('nobody asks for more letters with one receipt than a person needs', async () => {
    for (let letter = 0; letter < limits.maxLettersPerReceipt; letter += 1)
      await ask(3, `n${letter}@example.com`)
    await expect(ask(3, 'one-more@example.com')).rejects.toThrow('too-many-requests')
  })

  test('that cannot be one is refused, and so is a receipt nobody holds', async () => {
    for (const wrong of [
      'wang',
      'wang@',
      '@example.com',
      'a b@example.com',
      'a@b',
      'a@example.com\nBcc: c@d.ee',
    ])
      await expect(ask(0, wrong)).rejects.toMatchObject({ code: 'invalid-fields' })
    const unknown = { receiptCode: '0'.repeat(24), address, language: 'zh' } as const
    await expect(askForMail(deps(), unknown, during)).rejects.toThrow('not-found')
    await ask(1, '　ｗａｎｇ＠例子.中国')
    expect(box.letters.map(({ to }) => to)).toEqual(['wang@xn--fsqu00a.xn--fiqs8s'])
  })

  test('that bounces the letter asking for confirmation is dropped', async () => {
    await ask(2, 'full@example.com')
    const { key = '' } = box.letters[0] ?? {}
    await noteLetter(deps(), key, 'left', during)
    expect(await confirm()).toEqual({ state: 'waiting' })
    await noteLetter(deps(), key, 'failed', during)
    await expect(confirm()).rejects.toThrow('mail-code-not-valid')
  })
})

describe('when the bulletin is published', () => {
  let lateCode: string
  beforeAll(async () => {
    box = new LetterBox()
    await ask(2, 'late@example.com', later(during, 200_000))
    lateCode = codeIn()
    await publish()
  })

  test('each address gets one letter, however many opinions, and is gone; nobody else gets any', async () => {
    expect(await send()).toMatchObject({ sent: 2, unsure: 0, isUnfinished: false })
    expect(box.letters.map(({ to }) => to).sort()).toEqual(
      ['WANG.XIAOMEI@example.com', 'li@example.com'].sort(),
    )
    const told = box.letters.find(({ to }) => to !== 'li@example.com')
    expect(told?.subject).toBe('《云溪市河岸使用条例》：您的意见有答复了')
    // The third was never confirmed.
    expect(told?.text).toContain('您对《云溪市河岸使用条例》提的 2 条意见')
    expect(told?.leaveUrl).toMatch(/\/api\/answer-mail\/one-click\?code=\w{16}$/)
    expect(await send()).toMatchObject({ sent: 0 })
    expect(/"(waiting-)?mail#/.test(await everythingStored())).toBe(false)
    expect(await leaveMail(deps(), codeIn(told, 'leave'), after)).toEqual({ state: 'left' })
  })

  test('a letter holds no word of the opinion or its answer, and no receipt code', async () => {
    await due('quiet@example.com')
    await send()
    const [row] = await collect(opinionTableRows(scene.deps, legislator, scene.consultation.id))
    const [{ text, html, subject, leaveUrl = '' }] = box.letters as [Letter]
    const whole = text + html + subject + leaveUrl
    expect(whole).not.toContain(row?.verbatim)
    expect(whole).not.toContain('现行规定已经够了')
    for (const code of receipts) expect(whole.replaceAll(/\s/g, '')).not.toContain(code.replaceAll(' ', ''))
  })

  test('who confirms too late is told so, and who asks now is told to look', async () => {
    expect(await confirm(lateCode, later(during, 260_000))).toEqual({ state: 'answered' })
    await expect(ask(1, 'late@example.com', after)).rejects.toThrow('answered-already')
    expect(await send()).toMatchObject({ sent: 0 })
  })
})

describe('sending what is due', () => {
  const leaseOver = () => {
    const now = scene.deps.clock.now()
    scene.deps.clock.set(later(now, limits.mailLeaseMinutes * 60 + 1))
  }

  test('by two at once sends one letter', async () => {
    await due('two@example.com')
    const both = await Promise.all([send(), send()])
    expect(both.reduce((sum, { sent }) => sum + sent, 0)).toBe(1)
    expect(box.letters).toHaveLength(1)
  })

  test('stops while the carrier is busy, and goes on later', async () => {
    await due('busy@example.com')
    box.mood = 'busy'
    expect(await send()).toMatchObject({ sent: 0, isUnfinished: true })
    box.mood = 'well'
    expect(await send()).toMatchObject({ sent: 1, isUnfinished: false })
  })

  test('waits when nobody knows whether a letter left, and forgets the address once the carrier says so', async () => {
    await due('unsure@example.com')
    box.mood = 'lost-answer'
    expect(await send()).toMatchObject({ sent: 0, unsure: 1 })
    box.mood = 'well'
    expect(await send()).toMatchObject({ sent: 0 })
    await noteLetter(deps(), box.letters[0]?.key ?? '', 'left', after)
    leaseOver()
    expect(await send()).toMatchObject({ sent: 0 })
    expect(box.letters).toHaveLength(1)
  })

  test('is tried again, under the same key, when no word of it comes', async () => {
    await due('again@example.com')
    box.mood = 'lost-answer'
    await send()
    box.mood = 'well'
    leaseOver()
    expect(await send()).toMatchObject({ sent: 1 })
    expect(box.letters).toHaveLength(2)
    expect(new Set(box.letters.map(({ key }) => key)).size).toBe(1)
  })

  test('ends for an address where letters never arrive, and passes over letters nobody knows', async () => {
    await due('gone@example.com')
    await noteLetter(deps(), `answer-${'x'.repeat(22)}`, 'failed', after)
    await noteLetter(deps(), 'a letter of somebody else', 'failed', after)
    box.mood = 'lost-answer'
    await send()
    await noteLetter(deps(), box.letters[0]?.key ?? '', 'failed', after)
    expect((await everythingStored()).includes('"mail#')).toBe(false)
  })
})

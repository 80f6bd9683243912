import { describe, expect, test } from 'vitest'
import type { MailAddress } from '#core/mail/mail-address.ts'
import type { SentRequest } from '../../functions/store/aws-call.ts'
import { letterEvent } from '../../functions/store/ses-event.ts'
import { sesMail } from '../../functions/store/ses-mail.ts'

const letter = {
  key: 'answer-Ab_-0123456789abcdefgh',
  to: 'wang@example.com' as MailAddress,
  subject: '您的意见有答复了',
  text: '请看回执',
  html: '<p>请看回执</p>',
  leaveUrl: 'https://lifa.example/api/answer-mail/one-click?code=ABCD',
}

function carrier(statuses: number[]) {
  const sent: SentRequest[] = []
  const place = {
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret' },
    now: () => new Date('2026-12-05T02:00:00.000Z'),
    send: async (request: SentRequest) => {
      sent.push(request)
      return { status: statuses.shift() ?? 500, body: Buffer.alloc(0) }
    },
  }
  return {
    mail: sesMail(place, {
      address: 'lifa@yunxi.example',
      name: '云溪市人民代表大会常务委员会立法意见征集',
      configurationSet: 'letters',
    }),
    sent,
  }
}

describe('letters through SES', () => {
  test('go to its own address, signed for it, with one-click unsubscribing and their key as a tag', async () => {
    const { mail, sent } = carrier([200])
    await mail.send(letter)
    const [{ url, headers, body }] = sent as [SentRequest]
    expect(url.href).toBe('https://email.ap-southeast-1.amazonaws.com/v2/email/outbound-emails')
    expect(headers['authorization']).toContain('/ap-southeast-1/ses/aws4_request')
    expect(JSON.parse(body)).toEqual({
      FromEmailAddress: expect.stringMatching(
        /^(=\?UTF-8\?B\?[^?]{1,63}\?= ){2}<lifa@yunxi.example>$/,
      ) as string,
      Destination: { ToAddresses: ['wang@example.com'] },
      Content: {
        Simple: {
          Subject: { Data: letter.subject, Charset: 'UTF-8' },
          Body: {
            Text: { Data: letter.text, Charset: 'UTF-8' },
            Html: { Data: letter.html, Charset: 'UTF-8' },
          },
          Headers: [
            { Name: 'Auto-Submitted', Value: 'auto-generated' },
            { Name: 'List-Unsubscribe', Value: `<${letter.leaveUrl}>` },
            { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
          ],
        },
      },
      ConfigurationSetName: 'letters',
      EmailTags: [{ Name: 'kaimen-letter', Value: letter.key }],
    })
  })

  test('are never sent twice by themselves: only a clear "not now" may be tried again', async () => {
    for (const status of [429, 503]) {
      const { mail, sent } = carrier([status, 200])
      await expect(mail.send(letter)).rejects.toMatchObject({ code: 'busy' })
      expect(sent).toHaveLength(1)
    }
    const { mail } = carrier([400])
    const error: unknown = await mail.send(letter).catch((thrown: unknown) => thrown)
    expect(error).not.toHaveProperty('code')
    expect(String(error)).not.toContain('example.com')
  })
})

describe('what SES tells of a letter', () => {
  const event = (eventType: string, more: object = {}) => ({
    source: 'aws.ses',
    detail: {
      eventType,
      mail: { destination: ['wang@example.com'], tags: { 'kaimen-letter': [letter.key] } },
      ...more,
    },
  })

  test.each([
    ['Send', {}, 'left'],
    ['Delivery', {}, 'left'],
    ['Bounce', { bounce: { bounceType: 'Permanent' } }, 'failed'],
    ['Complaint', {}, 'failed'],
    ['Reject', {}, 'failed'],
  ])('%s means that it %s', (kind, more, fate) => {
    expect(letterEvent(event(kind, more))).toEqual({ key: letter.key, fate })
  })

  test('a full mailbox, an opened letter and letters of others mean nothing', () => {
    expect(letterEvent(event('Bounce', { bounce: { bounceType: 'Transient' } }))).toBeUndefined()
    expect(letterEvent(event('Open'))).toBeUndefined()
    expect(letterEvent({ detail: { eventType: 'Bounce', mail: { tags: {} } } })).toBeUndefined()
  })
})

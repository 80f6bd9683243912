import { expect, it } from 'vitest'
import { signedHeaders } from '../../functions/store/aws-signature.ts'

const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
}
const now = new Date('2015-08-30T12:36:00Z')

it('signs AWS’s own worked example as AWS does', async () => {
  const request = {
    method: 'GET',
    url: new URL('https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08'),
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: '',
  } as const
  const { authorization } = await signedHeaders(request, {
    service: 'iam',
    region: 'us-east-1',
    credentials,
    now,
  })
  expect(authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, ' +
      'SignedHeaders=content-type;host;x-amz-date, ' +
      'Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
  )
})

it('signs with another key on another day', async () => {
  const request = { method: 'GET', url: new URL('https://x.example/'), headers: {}, body: '' } as const
  const at = (date: string) =>
    signedHeaders(request, { service: 's3', region: 'r', credentials, now: new Date(date) })
  const days = ['2026-01-01T10:00:00Z', '2026-01-01T10:00:00Z', '2026-01-02T10:00:00Z']
  const [first, again, other] = await Promise.all(days.map(at))
  expect(first).toEqual(again)
  expect(first?.['authorization']).not.toBe(other?.['authorization'])
})

it('names the session and the body’s hash where the service asks for them', async () => {
  const request = { method: 'GET', url: new URL('https://x.example/'), headers: {}, body: '' } as const
  const session = { ...credentials, sessionToken: 'token' }
  const headers = await signedHeaders(request, { service: 's3', region: 'r', credentials: session, now })
  expect(headers['x-amz-security-token']).toBe('token')
  expect(headers['x-amz-content-sha256']).toMatch(/^e3b0c442/)
  expect(headers['authorization']).toContain('x-amz-content-sha256;x-amz-date;x-amz-security-token')
  expect(headers).not.toHaveProperty('host')
})

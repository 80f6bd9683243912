import { expect, test } from 'vitest'
import { enrolmentAddress, readEnrolmentCode } from '../../site/src/scan/enrolment-address.ts'

const origin = 'https://portal.test'

test('the code shown at the desk is the code read from its address', () => {
  const shown = enrolmentAddress(origin, 'K7QX29DF')
  expect(readEnrolmentCode(shown, origin)).toBe('K7QX29DF')
  expect(new URL(shown).search).toBe('')
})

test.each([
  enrolmentAddress('https://elsewhere.test', 'K7QX29DF'),
  enrolmentAddress(`${origin}.elsewhere.test`, 'K7QX29DF'),
  `${origin}/receipt/#K7QX29DFM4TA8RWE3HNZP6C0`,
  `${origin}/collect/#/tasks/enrol=K7QX`,
  'K7QX29DF',
])('%s enrols nothing here', (text) => {
  expect(readEnrolmentCode(text, origin)).toBeUndefined()
})

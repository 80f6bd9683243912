import { expect, test } from 'vitest'
import type { Instant } from '#core/time.ts'
import { enrolFirstAdmin } from '../../../functions/actions/people/enrol-first-admin.ts'
import { signIn } from '../../../functions/actions/people/sign-in.ts'
import { makeTestDeps } from '../../support/test-portal.ts'

const now = '2026-11-22T08:00:00.000Z' as Instant

test('whoever deployed lets in one administrator, once', async () => {
  const deps = await makeTestDeps({ now })
  const admin = await enrolFirstAdmin(deps, { subject: 'idp|17', name: '赵明' }, now)
  expect((await signIn(deps, 'idp|17', now)).member).toEqual(admin)
  await expect(enrolFirstAdmin(deps, { subject: 'idp|18', name: '钱进' }, now)).rejects.toMatchObject({
    code: 'already-exists',
  })
  expect(await deps.members.list()).toEqual([admin])
})

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { readEnvironment } from '#contract/environment.ts'
import { isRefusal } from '#core/portal-error.ts'
import { instant } from '#core/time.ts'
import { enrolFirstAdmin } from '../../functions/actions/people/enrol-first-admin.ts'
import { makeAudit } from '../../functions/store/audit.ts'
import { makeDesk } from '../../functions/store/desk.ts'
import { documentClient } from '../../functions/store/document-client.ts'
import { makeMembers } from '../../functions/store/members.ts'

/*
 * Run once, by whoever has deployed: everybody else is let in by this person, at the desk.
 *   KAIMEN_DESK_TABLE=<output DeskTable> npm run first-admin -- <sub at the identity provider> <name>
 */

const [subject = '', name = ''] = process.argv.slice(2)
const { deskTable } = readEnvironment(process.env, ['deskTable'])
const desk = makeDesk(documentClient(new DynamoDBClient()), deskTable)
const stores = { members: makeMembers(desk), audit: makeAudit(desk) }

async function enrol(): Promise<string> {
  if (subject === '' || name === '') return 'Say whom: npm run first-admin -- SUBJECT NAME'
  try {
    const member = await enrolFirstAdmin(stores, { subject, name }, instant(Date.now()))
    return `${member.name} is the administrator and can sign in at /desk/.`
  } catch (error) {
    if (!isRefusal(error, 'already-exists')) throw error
    return 'There are members already: an administrator among them lets others in at /desk/.'
  }
}

console.log(await enrol())

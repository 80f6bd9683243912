import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { ConsultationId } from '#core/ids.ts'
import type { Deps } from '#core/ports.ts'
import { publishSite } from '../../functions/actions/publish-site.ts'
import type { Demo } from './demo/demo-type.ts'
import { seedAnswers } from './seed-answers.ts'
import { seedBills } from './seed-bills.ts'
import { seedDays } from './seed-days.ts'
import { readSeedMarker, writeSeedMarker } from './seed-marker.ts'
import { seedOpinions } from './seed-opinions.ts'
import { seedPeople } from './seed-people.ts'

export interface SeedTools {
  dynamo: DynamoDBClient
  /** Brings the log up to date with the inbox. */
  sequence(): Promise<void>
}

/**
 * Puts the fictional city in, once for a data folder, through the actions people use. Every step can be
 * done again, and days are counted from the first attempt, so a crash on the way is finished by the next start.
 */
export async function seedDemo(deps: Deps, demo: Demo, tools: SeedTools): Promise<void> {
  const marker = await readSeedMarker(tools.dynamo)
  if (marker?.finishedAt !== undefined) return
  const startedAt = marker?.startedAt ?? deps.clock.now()
  await writeSeedMarker(tools.dynamo, { startedAt })
  const days = seedDays(startedAt, deps.settings.utcOffsetMinutes)
  await seedPeople(deps, demo)
  const legislator = (await deps.members.list()).find(({ role }) => role === 'legislator')
  if (legislator === undefined) throw new Error('the demo has no legislator')
  await seedBills(deps, demo, legislator, days)
  await seedOpinions(deps, demo, days)
  await untilLogged(deps, demo, tools)
  await seedAnswers(deps, demo, legislator, days)
  await publishSite(deps, demo.authority, deps.clock.now())
  await writeSeedMarker(tools.dynamo, { startedAt, finishedAt: deps.clock.now() })
}

async function untilLogged(deps: Pick<Deps, 'opinionLog'>, demo: Demo, tools: SeedTools): Promise<void> {
  for (const { id } of demo.consultations) {
    const expected = demo.opinions.filter(({ consultationId }) => consultationId === id).length
    for (let tries = 0; (await deps.opinionLog.head(ConsultationId.parse(id))).size < expected; tries += 1) {
      if (tries === 200) throw new Error(`the log of ${id} does not fill`)
      await tools.sequence()
    }
  }
}

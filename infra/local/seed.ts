import { setTimeout as sleep } from 'node:timers/promises'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { ConsultationId } from '#core/ids.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { publishSite } from '../../functions/actions/bulletin/publish-site.ts'
import type { Demo } from './demo/demo-type.ts'
import { seedBulletins, seedDecisions } from './seed-answers.ts'
import { seedBills } from './seed-bills.ts'
import { seedCauses } from './seed-causes.ts'
import { seedContactWork } from './seed-contact-work.ts'
import { seedDays } from './seed-days.ts'
import { readSeedMarker, writeSeedMarker } from './seed-marker.ts'
import { seedOpinions } from './seed-opinions.ts'
import { seedPeople } from './seed-people.ts'
import { seedReleases } from './seed-releases.ts'

export interface SeedOptions {
  dynamo: DynamoDBClient
  /** Otherwise only contact points and members are put in, so that people can sign in to an empty desk. */
  withDemo: boolean
  stopping: AbortSignal
}

/**
 * Puts the fictional city in, once for a data folder, through the actions people use. Every step can be
 * done again, and days are counted from the first attempt, so a crash on the way is finished by the next start.
 */
export async function seed(
  deps: Deps,
  demo: Demo,
  { dynamo, withDemo, stopping }: SeedOptions,
): Promise<void> {
  const marker = await readSeedMarker(dynamo)
  if (marker?.finishedAt !== undefined) return
  const startedAt = marker?.startedAt ?? deps.clock.now()
  await writeSeedMarker(dynamo, { startedAt })
  await seedPeople(deps, demo)
  if (withDemo) await seedCity(deps, demo, startedAt, stopping)
  await publishSite(deps, demo.authority, deps.clock.now())
  await writeSeedMarker(dynamo, { startedAt, finishedAt: deps.clock.now() })
}

async function seedCity(deps: Deps, demo: Demo, startedAt: Instant, stopping: AbortSignal): Promise<void> {
  const days = seedDays(startedAt, deps.settings.utcOffsetMinutes)
  const legislator = (await deps.members.list()).find(({ role }) => role === 'legislator')
  if (legislator === undefined) throw new Error('the demo has no legislator')
  await seedBills(deps, demo, legislator, days)
  await seedOpinions(deps, demo, days)
  await untilLogged(deps, demo, stopping)
  await seedDecisions(deps, demo, legislator, days)
  await seedCauses(deps, demo, legislator, days)
  await seedReleases(deps, demo, legislator, days)
  await seedBulletins(deps, demo, legislator, days)
  await seedContactWork(deps, legislator, days)
}

/** The sequencer runs beside us; decisions need every opinion in the log. */
async function untilLogged(deps: Pick<Deps, 'opinionLog'>, demo: Demo, stopping: AbortSignal): Promise<void> {
  for (const { id } of demo.consultations) {
    const expected = demo.opinions.filter(({ consultationId }) => consultationId === id).length
    const deadline = Date.now() + 60_000
    while ((await deps.opinionLog.head(ConsultationId.parse(id))).size < expected) {
      stopping.throwIfAborted()
      if (Date.now() > deadline) throw new Error(`the log of ${id} does not fill`)
      await sleep(50)
    }
  }
}

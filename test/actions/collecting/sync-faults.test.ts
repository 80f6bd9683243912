import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CollectedOpinion } from '#contract/collect-api.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import { syncOpinions } from '../../../functions/actions/collecting/sync-opinions.ts'
import { consultationId } from '../../support/example-consultation.ts'
import { collect } from '../../support/collect.ts'
import { collected, idOfCode, openCollecting } from '../../support/open-collecting.ts'

/** What happens to one put: it works, it is refused before it is written, or its answer is lost after it was. */
const fates = ['works', 'works', 'works', 'fails before', 'fails after'] as const
type Fate = (typeof fates)[number]

describe('whatever fails, repeats and overlaps on the way', async () => {
  const office = await openCollecting()
  const { deps } = office
  const member = (await deps.members.list()).find(({ id }) => id === 'm-collector') as Member

  /** A device's queue: sends what is not answered yet, in batches, until everything is; some requests go out twice at once. */
  async function deliver(queue: CollectedOpinion[], nextFate: () => Fate, batch: number, twice: boolean) {
    const append = async (record: OpinionRecord) => {
      const fate = nextFate()
      if (fate === 'fails before') throw new PortalError('busy')
      const put = await deps.inbox.append(record)
      if (fate === 'fails after') throw new Error('socket hang up')
      return put
    }
    const faulty = { ...deps, inbox: { ...deps.inbox, append } }
    const waiting = new Map(queue.map((opinion) => [idOfCode(opinion.receiptCode), opinion]))
    for (let round = 0; waiting.size > 0 && round < 200; round += 1) {
      const opinions = [...waiting.values()].slice(0, batch)
      const request = {
        deviceId: office.device.id as never,
        sentAt: deps.clock.now(),
        sessions: [],
        opinions,
      }
      const send = () => syncOpinions(faulty, member, request, deps.clock.now()).catch(() => undefined)
      const answers = await Promise.all(twice ? [send(), send()] : [send()])
      for (const { id, verdict } of answers.flatMap((answer) => answer?.opinions ?? []))
        if (verdict === 'stored' || verdict === 'repeated') waiting.delete(id)
        else expect(verdict).toBe('refused')
    }
    return waiting.size
  }

  it('nothing is lost and nothing is doubled', async () => {
    const sent: CollectedOpinion[] = []
    const plan = fc.record({
      count: fc.integer({ min: 1, max: 30 }),
      batch: fc.integer({ min: 1, max: 30 }),
      fates: fc.infiniteStream(fc.constantFrom(...fates)),
      twice: fc.boolean(),
      repeats: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(plan, async ({ count, batch, fates: stream, twice, repeats }) => {
        const own = Array.from({ length: count }, () => collected({ verbatim: randomUUID() }))
        const corrections = own
          .slice(1)
          .map((opinion, n) =>
            n % 3 === 0
              ? collected({ verbatim: randomUUID(), supersedes: idOfCode(opinion.receiptCode) })
              : undefined,
          )
        // corrections first: they arrive before what they correct
        const all = [...corrections.filter((correction) => correction !== undefined), ...own]
        const nextFate = () => stream.next().value as Fate
        expect(await deliver(all, nextFate, batch, twice)).toBe(0)
        if (repeats) expect(await deliver(all, nextFate, batch, false)).toBe(0)
        sent.push(...all)
      }),
      { numRuns: 20 },
    )
    await deps.sequence()
    const logged = await collect(deps.opinionLog.read(consultationId))
    const ids = logged.map(({ entry }) => entry.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.toSorted()).toEqual(sent.map(({ receiptCode }) => idOfCode(receiptCode)).toSorted())
    const { tallies } = await deps.opinionLog.head(consultationId)
    expect(tallies.received).toBe(sent.filter(({ supersedes }) => supersedes === undefined).length)
  })
})

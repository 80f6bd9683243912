import { sequenceOpinions } from '../../functions/actions/log/sequence-opinions.ts'
import { testSettings } from '../support/test-settings.ts'
import { bench as accept } from './accept.ts'
import type { BenchResult } from './bench.ts'
import { logInMemory, makeOpinions } from './support-log-in-memory.ts'

/** US dollars, us-east-1, on demand, without free tiers (aws.amazon.com/…/pricing of API Gateway, Lambda, DynamoDB, S3). */
const price = {
  httpRequest: 1.0 / 1e6,
  lambdaRequest: 0.2 / 1e6,
  /** arm64 */
  lambdaGbSecond: 0.0000133334,
  writeUnit: 0.625 / 1e6,
  s3Put: 0.005 / 1e3,
  s3Get: 0.0004 / 1e3,
}
const memoryGb = 0.5
/** Lambda gives a whole core at 1,769 MB (docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html). */
const coreShare = 512 / 1769
/** A put to DynamoDB is waited for; AWS promises single-digit milliseconds. An assumption, no measurement. */
const waitMs = 5
/** How long the event source gathers before it calls (infra/constructs/opinion-sequencer.ts). */
const windowSeconds = 2
const million = 1e6

/** What one opinion costs when so many come into the log at once. */
async function loggingOne(atOnce: number): Promise<number> {
  const opinions = makeOpinions(atOnce * Math.ceil(2000 / atOnce))
  const { store, counts } = logInMemory()
  const deps = {
    logStore: store,
    settings: testSettings,
    randomness: { bytes: (n: number) => new Uint8Array(n) },
  }
  const memory = new Map()
  const before = process.cpuUsage()
  for (let from = 0; from < opinions.length; from += atOnce)
    await sequenceOpinions(deps, opinions.slice(from, from + atOnce), memory)
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6 / coreShare
  const dollars =
    counts.puts * price.s3Put +
    counts.gets * price.s3Get +
    counts.commits * price.lambdaRequest +
    counts.headUnits * price.writeUnit +
    seconds * memoryGb * price.lambdaGbSecond
  return dollars / opinions.length
}

/** Opinions in one call of the sequencer when a million of them come evenly in so many days. */
const atOnceIn = (days: number): number =>
  Math.min(1000, 1 + Math.round((million / (days * 86_400)) * windowSeconds))

/**
 * What AWS charges for taking in and logging a million opinions: requests, write units, files and CPU as counted here,
 * times list prices. Not in it: storage, what readers fetch, mails, groups. The log costs by commits, so it is dear
 * where opinions come one by one and nearly free where they come in crowds: its budget is for a crowd that fills the
 * sequencer's calls, and beside it stand a million within a day and within thirty.
 */
export async function bench(): Promise<BenchResult> {
  const { figures } = await accept()
  const { cpuMsPerOpinion = NaN, writeUnitsPerOpinion = NaN } = figures
  const ms = Math.ceil(cpuMsPerOpinion / coreShare + waitMs)
  const accepted =
    price.httpRequest +
    price.lambdaRequest +
    (ms / 1000) * memoryGb * price.lambdaGbSecond +
    writeUnitsPerOpinion * price.writeUnit
  const inAll = async (atOnce: number) => million * (accepted + (await loggingOne(atOnce)))
  return {
    figures: {
      dollarsPerMillion: await inAll(1000),
      dollarsPerMillionInADay: await inAll(atOnceIn(1)),
      dollarsPerMillionInAMonth: await inAll(atOnceIn(30)),
      acceptingDollars: million * accepted,
    },
    budgets: { dollarsPerMillion: 2.1 },
  }
}

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { streamingNodeFlags } from '../../infra/constructs/streaming-node-flags.ts'
import { GroupProposer } from '#core/grouping/propose-groups.ts'
import { readLabelledOpinions, type LabelledOpinion } from '../support/labelled-opinions.ts'
import { scoreGroups } from '../support/score-groups.ts'
import type { BenchResult } from './bench.ts'
import { draws } from './support-million-opinions.ts'

const child = fileURLToPath(new URL('support-group-million.ts', import.meta.url))

/** Labelled texts in a drawn order, grouped and compared with their labels. */
function scored(part: readonly LabelledOpinion[], draft: readonly string[], seed: number) {
  const draw = draws(seed)
  const order = part.map((opinion) => ({ opinion, key: draw() })).sort((a, b) => a.key - b.key)
  const proposer = new GroupProposer(draft)
  const groups = order.map(({ opinion }) => proposer.add(opinion))
  return scoreGroups(
    order.map(({ opinion }) => opinion.kind),
    groups,
  )
}

/** The mean of twenty orders: which text comes first decides which one leads its group. */
function meanScore(part: readonly LabelledOpinion[], draft: readonly string[]) {
  const scores = Array.from({ length: 20 }, (_, seed) => scored(part, draft, seed + 1))
  const mean = (of: 'f1' | 'purity') => scores.reduce((sum, score) => sum + score[of], 0) / scores.length
  return { f1: mean('f1'), purity: mean('purity') }
}

/**
 * Grouping 1,000,000 opinions of one consultation in a process of its own under the flags of the deployment: CPU from the texts to the groups,
 * and the most memory that process ever took, the making of the texts included. `f1` and
 * `purity` are of all labelled opinions; those of the held-out ones, never used to choose anything, stand beside.
 */
export async function bench(): Promise<BenchResult> {
  const { stdout } = await promisify(execFile)(process.execPath, [...streamingNodeFlags, child])
  const measured = JSON.parse(stdout) as Record<'cpuSeconds' | 'maxRssMb' | 'groups', number>
  const { draft, opinions } = readLabelledOpinions()
  const all = meanScore(opinions, draft)
  const heldOut = meanScore(
    opinions.filter((opinion) => opinion.heldOut),
    draft,
  )
  return {
    figures: {
      ...measured,
      ...all,
      labelled: opinions.length,
      f1HeldOut: heldOut.f1,
      purityHeldOut: heldOut.purity,
    },
    budgets: { cpuSeconds: 60, maxRssMb: 512, f1: 0.97, purity: 0.99 },
    floor: ['f1', 'purity'],
  }
}

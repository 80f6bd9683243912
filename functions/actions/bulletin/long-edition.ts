import { limits } from '#contract/limits.ts'
import { countAnswer, isTaken } from '#core/bulletin/bulletin-answers.ts'
import { outcomeOf } from '#core/deciding/decision-standing.ts'
import type { Outcome } from '#core/deciding/outcome.ts'
import type { ProvisionId } from '#core/ids.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import {
  type ArticleAnswers,
  type ArticleCounts,
  type Edition,
  isLongEdition,
} from '#core/bulletin/long-bulletin.ts'
import type { PortalSettings } from '#core/ports.ts'
import { reconcile, type Reconciliation } from '#core/deciding/reconciliation.ts'
import type { BulletinGround } from './bulletin-readiness.ts'
import { provisionLabel } from '../deciding/shape-office-opinion.ts'
import { wordsOf } from './tell-answer.ts'

/** How many opinions of a log stand. */
export function currentCount(facts: LogFacts): number {
  return facts.size - facts.superseded().reduce((sum, mark) => sum + mark, 0)
}

/** Whether the next edition is a long one; what follows a long one is long too, so that what changed can be told. */
export function isNextLong(
  facts: LogFacts,
  latest: Edition | undefined,
  { wholeEditionRows = limits.maxWholeEditionRows }: Pick<PortalSettings, 'wholeEditionRows'>,
): boolean {
  return (latest !== undefined && isLongEdition(latest)) || currentCount(facts) > wholeEditionRows
}

/**
 * What the system says of a long edition, as facts and standing decisions alone tell it: counts, no reasons. So the
 * desk says it without reading a million decisions, and the worker that reads them says the same.
 */
export function toldByStanding({ facts, standing, drafts }: BulletinGround): {
  heard: ArticleAnswers[]
  reconciliation: Reconciliation
} {
  const superseded = facts.superseded()
  const found = new Map<number, boolean>()
  const isFound = (code: number) => {
    const known =
      found.get(code) ?? (code !== 0 && wordsOf(standing.wordsOf(code), drafts.laterTexts) !== undefined)
    found.set(code, known)
    return known
  }
  const heard = new Map<ProvisionId | null, ArticleAnswers>()
  function* outcomes(): Generator<Outcome> {
    for (let place = 0; place < facts.size; place += 1) {
      const outcome = superseded[place] === 0 ? outcomeOf(standing.outcomes[place] as number) : undefined
      if (outcome === undefined) continue
      yield outcome
      if (isTaken({ outcome, resulting: undefined }) || isFound(standing.pointed[place] as number)) continue
      countAnswer(articleAt(facts.anchors[place] as number), { outcome })
    }
  }
  const articleAt = (code: number): ArticleCounts => {
    const { provisionId } = facts.anchorOf(code)
    const known = heard.get(provisionId)
    if (known !== undefined) return known
    const label = provisionLabel(drafts.askedText, provisionId)
    const article = { provisionId, label, count: 0, byOutcome: {}, answers: [] }
    heard.set(provisionId, article)
    return article
  }
  const reconciliation = reconcile(outcomes())
  return { heard: [...heard.values()], reconciliation }
}

import type { ContactPointId } from '../ids.ts'
import type { LogFacts } from './log-facts.ts'

/** A contact point's opinions in a log, by place in it; none of them is read for this. */
export interface OwnOpinions {
  /** Everything it ever handed in, superseded revisions included. */
  all: number[]
  /** Those that stand. */
  current: number[]
}

/** Which opinions of a log a contact point handed in. */
export function ownOpinions(facts: LogFacts, contactPointId: ContactPointId): OwnOpinions {
  const [superseded, code] = [facts.superseded(), facts.pointWords.find(contactPointId)]
  const own: OwnOpinions = { all: [], current: [] }
  if (code === undefined) return own
  for (let place = 0; place < facts.size; place += 1) {
    if (facts.points[place] !== code) continue
    own.all.push(place)
    if (superseded[place] === 0) own.current.push(place)
  }
  return own
}

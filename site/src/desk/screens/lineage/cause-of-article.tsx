import type { CauseStatement, OfficeCauses } from '#contract/lineage-api.ts'
import type { CauseSubject } from '#core/lineage/causes.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { Trouble } from '../../api/trouble.ts'
import { TroubleBox } from '../../parts/frame.tsx'
import { forgetKept } from '../../parts/kept.ts'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { causeOf, subjectKey } from '../../rules/lineage-rows.ts'
import { CauseConflict } from './cause-conflict.tsx'
import { CauseForm } from './cause-form.tsx'
import type { ReviewGround } from './review-ground.tsx'

type NamedCause = OfficeCauses['causes'][number]

const kinds = ['opinions', 'deliberation', 'department', 'technical'] as const

/** The cause of one article, written or said anew; a colleague's that came first stands beside it, and one is chosen. */
export function CauseOfArticle(props: {
  subject: CauseSubject
  cause: NamedCause | undefined
  /** What the form begins with while nobody has named a cause. */
  proposed: CauseStatement | undefined
  decisions: OfficeCauses['decisions']
  unlisted: number
  ground: ReviewGround
  onDone: () => void
}) {
  const { lineage } = useWords()
  const { subject, cause, decisions, ground } = props
  const { from, to } = ground.held
  const [clash, setClash] = useState<{ theirs: NamedCause; mine: CauseStatement }>()
  const doing = useDoing()

  /** `false`: a colleague was first, and theirs is shown. */
  const save = async (statement: CauseStatement, rev: number): Promise<boolean> => {
    try {
      await office.nameCause(ground.held, subject, statement, rev)
    } catch (thrown) {
      if (!(thrown instanceof Trouble) || thrown.kind !== 'changed') throw thrown
      // Not shown yet as what stands: a list of what is owed would go on to the next article.
      const theirs = causeOf((await ground.readCauses())?.causes ?? [], subject)
      if (theirs === undefined) throw thrown
      setClash({ theirs, mine: statement })
      return false
    }
    await ground.reloadCauses()
    props.onDone()
    return true
  }
  const kept = `cause ${from.id} ${to.id} ${subjectKey(subject)}`
  const form = (
    <CauseForm
      name={lineage.cause}
      kept={kept}
      begin={{
        kind: cause?.kind ?? (decisions.length > 0 ? 'opinions' : ''),
        sentence: cause?.sentence ?? props.proposed?.sentence ?? '',
        without: leftOut(cause, decisions),
      }}
      kinds={kinds}
      decisions={decisions}
      unlisted={props.unlisted}
      onSave={(statement) => save(statement, cause?.rev ?? 0)}
      onLeave={props.onDone}
    />
  )
  if (clash === undefined) return form
  return (
    <>
      <CauseConflict
        theirs={clash.theirs}
        mine={clash.mine}
        busy={doing.busy}
        onTheirs={() =>
          doing.run(async () => {
            forgetKept(kept)
            await ground.reloadCauses()
            props.onDone()
          })
        }
        onMine={() =>
          doing.run(async () => {
            if (await save(clash.mine, clash.theirs.rev)) forgetKept(kept)
          })
        }
      />
      <TroubleBox trouble={doing.trouble} />
    </>
  )
}

function leftOut(cause: NamedCause | undefined, decisions: OfficeCauses['decisions']): string[] {
  if (cause?.kind !== 'opinions') return []
  const named = new Set<string>(cause.decisions.map(({ opinionId }) => opinionId))
  return decisions.flatMap(({ opinionId }) => (named.has(opinionId) ? [] : opinionId))
}

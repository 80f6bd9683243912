import type { NamedCauses } from '#contract/lineage-api.ts'
import { office } from '../../api/office.ts'
import { useWords } from '../../parts/language.tsx'
import { CauseForm, type ChangedRow } from './cause-form.tsx'
import type { ReviewGround } from './review-ground.tsx'

/** Opinions belong to their own article, so one sentence for several never claims them. */
const sharedKinds = ['deliberation', 'department', 'technical'] as const

/** One sentence for several changes of a kind. */
export function CausesTogether(props: {
  rows: readonly ChangedRow[]
  ground: ReviewGround
  onNamed: (answer: NamedCauses) => Promise<void>
  onCancel: () => void
}) {
  const { lineage } = useWords()
  const { held } = props.ground
  return (
    <CauseForm
      name={lineage.together}
      kept={`causes ${held.from.id} ${held.to.id}`}
      begin={{}}
      kinds={sharedKinds}
      rows={props.rows}
      onSave={async (statement, chosen) => {
        const causes = chosen.map(({ subject }) => ({ ...subject, ...statement }))
        await props.onNamed(await office.nameCauses(held, causes))
      }}
      onLeave={props.onCancel}
    />
  )
}

import type { Mend } from '../rules/opinion-mends.ts'
import { TextField } from '../../parts/text-field.tsx'
import { Choices, NumberField } from './fields.tsx'
import { useWords } from './language.tsx'
import type { Content, OpinionState } from './opinion-state.tsx'

type Proponent = Content['proponent']

/** Whose opinion it is (R15): one person by category and area, or a group by what it is called and how many. Never a name. */
export function ProponentFields({ opinion, mends }: { opinion: OpinionState; mends: readonly Mend[] }) {
  const { opinion: own } = useWords()
  const { proponent } = opinion.content
  const set = (change: Partial<Proponent>) => {
    const entries = Object.entries({ ...proponent, ...change }).filter(([, value]) => value !== '')
    opinion.set({ proponent: Object.fromEntries(entries) as Proponent })
  }
  const become = (kind: Proponent['kind']) => {
    const { groupName: _, ...rest } = proponent
    opinion.set({ proponent: kind === 'person' ? { ...rest, kind, headcount: 1 } : { ...proponent, kind } })
  }
  return (
    <div class="form inner">
      <Choices
        legend={own.proponent}
        name="proponent"
        value={proponent.kind}
        choices={[
          { value: 'person', name: own.person },
          { value: 'group', name: own.group },
        ]}
        onValue={become}
      />
      {proponent.kind === 'group' && <GroupFields proponent={proponent} set={set} mends={mends} />}
      <div class="pair">
        <TextField
          label={own.category}
          reachWords={own.reach.category}
          optional
          max={40}
          list={own.categories}
          value={proponent.category ?? ''}
          onValue={(category) => set({ category })}
        />
        <TextField
          label={own.area}
          hint={own.areaHint}
          reachWords={own.reach.area}
          optional
          max={60}
          value={proponent.area ?? ''}
          onValue={(area) => set({ area })}
        />
      </div>
      <p class="public kept">{own.noName}</p>
    </div>
  )
}

function GroupFields(props: {
  proponent: Proponent
  set: (change: Partial<Proponent>) => void
  mends: readonly Mend[]
}) {
  const { opinion: own } = useWords()
  const { proponent, set, mends } = props
  return (
    <div class="pair">
      <TextField
        label={own.groupName}
        hint={own.groupNameHint}
        reachWords={own.reach.groupName}
        max={80}
        value={proponent.groupName ?? ''}
        onValue={(groupName) => set({ groupName })}
      />
      <NumberField
        id="headcount"
        label={own.headcount}
        reachWords={own.reach.headcount}
        value={proponent.headcount > 1 ? proponent.headcount : undefined}
        onValue={(n) => set({ headcount: Math.min(Math.max(n ?? 1, 1), 100_000) })}
        error={mends.includes('headcount') ? own.mends.headcount : undefined}
      />
    </div>
  )
}

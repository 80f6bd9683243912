import { useState } from 'preact/hooks'
import type { ChangeType } from '#core/opinion.ts'
import type { Mend } from '../rules/opinion-mends.ts'
import { mainStances, moreStances } from '../rules/stance.ts'
import { Choices } from './fields.tsx'
import { Button } from '../../parts/button.tsx'
import { useWords } from './language.tsx'
import type { OpinionState } from './opinion-state.tsx'

/** Three big buttons; three rarer stances behind 更多. */
export function StanceField({ opinion, mends }: { opinion: OpinionState; mends: readonly Mend[] }) {
  const { opinion: own } = useWords()
  const value = opinion.chosen.stance ? opinion.content.changeType : undefined
  const isRare = moreStances.some((stance) => stance === value)
  const [all, setAll] = useState(isRare)
  const choices: { value: ChangeType; name: string; keys?: string }[] = [
    ...mainStances.map((stance, place) => ({
      value: stance,
      name: own.stances[stance],
      keys: `Alt+${place + 1}`,
    })),
    ...(all || isRare ? moreStances.map((stance) => ({ value: stance, name: own.more[stance] })) : []),
  ]
  return (
    <div>
      <Choices
        id="stance"
        legend={own.stance}
        name="stance"
        wide
        value={value}
        choices={choices}
        reach={own.reach.public}
        onValue={(changeType) => {
          opinion.choose({ stance: true })
          opinion.set({ changeType })
        }}
        error={mends.includes('stance') ? own.mends.stance : undefined}
      />
      {!all && !isRare && (
        <Button kind="text" onPress={() => setAll(true)}>
          {own.moreStances}
        </Button>
      )}
    </div>
  )
}

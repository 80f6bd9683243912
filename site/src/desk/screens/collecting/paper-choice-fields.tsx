import type { PaperChoices } from '../../../paper/paper-task.ts'
import { TextField } from '../../../parts/text-field.tsx'
import { SelectField } from '../../parts/fields.tsx'
import { useWords } from '../../parts/language.tsx'
import { codesInRun, type PaperChoice } from '../../rules/paper-choice.ts'

/** What is printed, in which size and language, how often. */
export function PaperChoiceFields(props: {
  choice: PaperChoice
  choices: PaperChoices
  onChoice: (change: Partial<PaperChoice>) => void
  error: string | undefined
}) {
  const { paper } = useWords()
  const { choice, choices, onChoice } = props
  const codes = codesInRun(choices)
  return (
    <div class="form">
      <SelectField
        label={paper.what}
        value={choice.what}
        choices={(['usual', 'large', 'slips'] as const).map((value) => ({ value, name: paper.kinds[value] }))}
        onValue={(what) => onChoice({ what })}
      />
      {choices.kind === 'form' && (
        <SelectField
          label={paper.codes}
          value={choice.byHand ? 'byHand' : 'printed'}
          choices={[
            { value: 'printed', name: paper.codesPrinted },
            { value: 'byHand', name: paper.codesByHand },
          ]}
          onValue={(codes) => onChoice({ byHand: codes === 'byHand' })}
        />
      )}
      <div class="pair">
        <TextField
          label={paper.copies(choices.kind)}
          hint={codes > 0 ? paper.copiesHint(codes) : paper.copiesByHand}
          error={props.error}
          value={choice.copies}
          max={4}
          onValue={(copies) => onChoice({ copies })}
        />
        <SelectField
          label={paper.language}
          value={choice.language}
          choices={(['zh', 'en'] as const).map((value) => ({ value, name: paper.languages[value] }))}
          onValue={(language) => onChoice({ language })}
        />
      </div>
    </div>
  )
}

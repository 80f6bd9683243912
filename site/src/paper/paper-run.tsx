import { FormBack } from './form-back.tsx'
import { FormFront } from './form-front.tsx'
import { newCodes } from './new-code.ts'
import { boxesOf, type PaperChoices, type PaperTask, type SheetCodes } from './paper-task.ts'
import type { PaperWords } from './paper.zh.ts'
import { SlipPage } from './slip-page.tsx'

interface Run {
  task: PaperTask
  choices: PaperChoices
  words: PaperWords
}

/** One form or one page of slips as it will look, without codes. */
export function PaperPreview(props: Run) {
  return (
    <div class={classOf(props.choices)} lang={props.words.lang}>
      <Sheet {...props} codes={undefined} />
    </div>
  )
}

/** All copies, each with receipt codes made for it at this moment (R2). */
export function PaperRun(props: Run) {
  const { choices } = props
  const byHand = choices.kind === 'form' && choices.codes === 'byHand'
  const runs: SheetCodes[] = byHand
    ? Array.from({ length: choices.copies }, () => undefined)
    : newCodes(choices.copies, boxesOf(choices))
  return (
    <div class={classOf(choices)} lang={props.words.lang}>
      {runs.map((codes, copy) => (
        <Sheet key={copy} {...props} codes={codes} />
      ))}
    </div>
  )
}

function classOf({ kind, large }: PaperChoices): string {
  return `paper ${kind === 'slips' ? 'slips' : large ? 'large' : 'usual'}`
}

function Sheet(props: Run & { codes: SheetCodes }) {
  if (props.choices.kind === 'slips')
    return (
      <div class="p-sheet">
        <SlipPage task={props.task} words={props.words} codes={props.codes} />
      </div>
    )
  return (
    <div class="p-sheet">
      <FormFront {...props} />
      <FormBack {...props} />
    </div>
  )
}

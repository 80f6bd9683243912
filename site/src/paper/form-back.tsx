import { pagePaths } from '#contract/page-paths.ts'
import type { ReceiptCode } from '#core/collecting/receipt.ts'
import { clauseCode } from './clause-code.ts'
import { boxesOf, type PaperChoices, type PaperTask, type SheetCodes } from './paper-task.ts'
import type { PaperWords } from './paper.zh.ts'
import { CodeCells, SlipCode, SlipQr } from './slip-code.tsx'

const marks = ['①', '②', '③']

interface Side {
  task: PaperTask
  choices: PaperChoices
  words: PaperWords
  codes: SheetCodes
}

/** The second side: a box for each opinion, and for each a slip to cut off and take home. */
export function FormBack(props: Side) {
  const { task, choices, words, codes } = props
  const boxes = Array.from({ length: boxesOf(choices) }, (_, at) => at)
  const byHand = choices.codes === 'byHand'
  return (
    <div class={byHand ? 'p-page p-back p-by-hand' : 'p-page p-back'}>
      <div class="p-back-head">
        <p class="p-h">{words.mine}</p>
        <p class="p-small">
          <span lang="zh-CN">
            {task.bill.title}　{task.draft.stageName}
          </span>
          {' · '}
          {byHand ? words.mayCopy : words.doNotCopy}
        </p>
        <p class="p-mine-say">{words.mineSay(marks.slice(0, boxes.length).join(''))}</p>
      </div>
      <div class="p-boxes">
        {boxes.map((at) => (
          <OpinionBox key={at} {...props} at={at} code={codes?.[at]} />
        ))}
      </div>
      <About task={task} words={words} />
      {!byHand && (
        <div class="p-tear">
          <p class="p-cut">
            <span>{words.tear}</span>
          </p>
          <div class="p-slips">
            {boxes.map((at) => (
              <Slip key={at} task={task} words={words} code={codes?.[at]} mark={marks[at] ?? ''} />
            ))}
          </div>
        </div>
      )}
    </div>
  )
}

function OpinionBox(props: Side & { at: number; code: ReceiptCode | undefined }) {
  const { task, choices, words, code, at } = props
  const byHand = choices.codes === 'byHand'
  const asked = choices.asked.length > 5 ? [] : choices.asked
  return (
    <div class="p-box">
      <div class="p-box-main">
        <p class="p-box-line">
          <span class="p-mark">{marks[at]}</span>
          {asked.map((id) => (
            <span class="p-tick" key={id}>
              <i /> <b>{clauseCode(id)}</b>
            </span>
          ))}
          <span class="p-tick">
            <i /> {words.clauseWhole}
          </span>
          <span class="p-field">
            {asked.length > 0 ? words.otherClause : words.clause}
            <i class="p-blank" />
          </span>
          <span class="p-stances">
            {words.stances.map((stance) => (
              <span class="p-tick" key={stance}>
                <i /> {stance}
              </span>
            ))}
          </span>
        </p>
        <Lines label={words.words} reach={words.isPublic} lines={choices.large ? 4 : 5} />
        <div class="p-two">
          <Lines label={words.wishes} reach={words.isPublic} lines={2} />
          <Lines label={words.why} reach={words.isInternal} lines={2} />
        </div>
      </div>
      <div class="p-box-code">
        {byHand ? (
          <>
            <p>{words.codeByHand}</p>
            <CodeCells />
          </>
        ) : (
          <>
            <SlipQr origin={task.origin} code={code} words={words} />
            <p>{words.code}</p>
            <SlipCode code={code} />
          </>
        )}
      </div>
    </div>
  )
}

/** A field with real lines to write on: drawn backgrounds are what a browser leaves out when it prints. */
function Lines(props: { label: string; reach: string; lines: number }) {
  return (
    <div class="p-lines" style={{ flexGrow: props.lines }}>
      <span class="p-label">
        {props.label} <em>{props.reach}</em>
      </span>
      {Array.from({ length: props.lines }, (_, line) => (
        <i key={line} />
      ))}
    </div>
  )
}

function About(props: { task: PaperTask; words: PaperWords }) {
  const { task, words } = props
  return (
    <p class="p-who">
      <span>{words.who}</span>
      {[...task.categories, words.whoElse].map((category) => (
        <span class="p-tick" key={category} lang={category === words.whoElse ? undefined : 'zh-CN'}>
          <i /> {category}
        </span>
      ))}
      <span class="p-field">
        {words.area}
        <i class="p-blank p-long" />
      </span>
      <span class="p-field">
        {words.people}
        <i class="p-blank" />
        {words.peopleUnit}
      </span>
    </p>
  )
}

/** What a person takes home. */
export function Slip(props: {
  task: PaperTask
  words: PaperWords
  code: ReceiptCode | undefined
  mark: string
}) {
  const { task, words, code } = props
  return (
    <div class="p-slip">
      <div class="p-slip-words">
        <p class="p-slip-name">
          {words.slip} {props.mark}
        </p>
        <p class="p-slip-bill" lang="zh-CN">
          {task.bill.title}
        </p>
      </div>
      <SlipQr origin={task.origin} code={code} words={words} />
      <SlipCode code={code} />
      <p class="p-slip-how">
        {words.slipHow(`${task.origin}${pagePaths.receipt}`, task.answerExpected)}
        <b>{words.slipKeep}</b>
      </p>
    </div>
  )
}

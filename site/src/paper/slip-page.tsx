import { pagePaths } from '#contract/page-paths.ts'
import type { ReceiptCode } from '#core/collecting/receipt.ts'
import { slipsPerPage, type PaperTask, type SheetCodes } from './paper-task.ts'
import type { PaperWords } from './paper.zh.ts'
import { SlipCode, SlipQr } from './slip-code.tsx'

/** A page of slips alone: taken along where there is no printer. The stub stays with the opinion, the slip goes home. */
export function SlipPage(props: { task: PaperTask; words: PaperWords; codes: SheetCodes }) {
  const { task, words, codes } = props
  return (
    <div class="p-page p-slip-page">
      {Array.from({ length: slipsPerPage }, (_, at) => (
        <SlipRow key={at} task={task} words={words} code={codes?.[at]} />
      ))}
    </div>
  )
}

function SlipRow(props: { task: PaperTask; words: PaperWords; code: ReceiptCode | undefined }) {
  const { task, words, code } = props
  return (
    <div class="p-row">
      <div class="p-stub">
        <SlipQr origin={task.origin} code={code} words={words} />
        <div>
          <p class="p-small">{words.stub}</p>
          <SlipCode code={code} />
        </div>
      </div>
      <div class="p-take">
        <SlipQr origin={task.origin} code={code} words={words} />
        <div>
          <p class="p-slip-bill">
            <b>{words.slip}</b>　<span lang="zh-CN">{task.bill.title}</span>
          </p>
          <SlipCode code={code} />
          <p class="p-slip-how">{words.slipHow(`${task.origin}${pagePaths.receipt}`, task.answerExpected)}</p>
        </div>
      </div>
    </div>
  )
}

import type { FeedbackSlip } from '#contract/feedback-api.ts'
import { useWords } from '../../parts/language.tsx'
import { markedWords } from '../../rules/marked-words.ts'

/** What a card tells: an opinion, and what became of it once that is published. */
export type CardSlip = Omit<FeedbackSlip, 'row' | 'outcome' | 'reason' | 'resulting'> &
  Partial<Pick<FeedbackSlip, 'outcome' | 'reason'>> & {
    resulting?: Pick<NonNullable<FeedbackSlip['resulting']>, 'provisionLabel' | 'quote'> &
      Partial<NonNullable<FeedbackSlip['resulting']>>
  }

/** What you said, what became of it, why, in which words. Everything said or written by people is Chinese. */
export function FeedbackCard(props: { slip: CardSlip; own: boolean; expected: string }) {
  const words = useWords()
  const { paper } = words.feedback
  const { slip } = props
  return (
    <dl class="f-card">
      <div>
        <dt>{props.own ? paper.said : paper.saidAll}</dt>
        <dd lang="zh-CN">
          <span class="f-about">
            {slip.provisionLabel || paper.whole} · {words.changeTypeNames[slip.changeType]}
          </span>
          <p class="f-words">{slip.verbatim}</p>
          {slip.proposedText && (
            <p class="f-words">
              <b>{paper.proposed}</b> {slip.proposedText}
            </p>
          )}
          {!props.own && slip.proponent && <p class="f-from">—— {slip.proponent}</p>}
        </dd>
      </div>
      <div>
        <dt>{paper.outcome}</dt>
        <dd>
          {slip.outcome ? (
            <b class={`f-stamp ${slip.outcome}`}>{words.outcomeNames[slip.outcome]}</b>
          ) : (
            paper.waiting(props.expected)
          )}
        </dd>
      </div>
      {slip.reason && (
        <div>
          <dt>{paper.why}</dt>
          <dd lang="zh-CN" class="f-words">
            {slip.reason}
          </dd>
        </div>
      )}
      {slip.resulting && <Became resulting={slip.resulting} />}
    </dl>
  )
}

function Became({ resulting }: { resulting: NonNullable<CardSlip['resulting']> }) {
  const words = useWords()
  const { provisionLabel, quote, text = '', start = -1, stage } = resulting
  const shown = markedWords(text, quote, start)
  return (
    <div>
      <dt>{words.feedback.paper.became(provisionLabel, stage ? words.stageNames[stage] : '')}</dt>
      <dd lang="zh-CN" class="f-law">
        {shown.cutBefore && '……'}
        {shown.before}
        <mark>{shown.mark}</mark>
        {shown.after}
        {shown.cutAfter && '……'}
      </dd>
    </div>
  )
}

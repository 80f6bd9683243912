import { inLanguage, pagePaths } from '#contract/page-paths.ts'
import type { FeedbackGroup, FeedbackSlips } from '#contract/feedback-api.ts'
import { printDate, printDay } from '#contract/print-time.ts'
import { deskAuthority } from '../../parts/authority.ts'
import { SpeechContext, useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { hasShaped } from '../../rules/has-shaped.ts'
import { useContext } from 'preact/hooks'
import { FeedbackCard } from './feedback-card.tsx'

/** When, where and how many: the name of one occasion. */
export function useGroupName(): (group: FeedbackGroup) => string {
  const words = useWords()
  const { language } = useContext(SpeechContext)
  return (group) => {
    const day = printDate(group.heldOn, language)
    if (group.kind === 'batch') return words.feedback.groupOf.batch(day, group.fileName ?? '')
    const channel = group.channel ? words.channelNames[group.channel] : ''
    return words.feedback.groupOf[group.kind](
      day,
      [group.place, group.station, channel].filter(Boolean).join(' · '),
    )
  }
}

interface Sheets {
  slips: FeedbackSlips
}

/** One slip for each person, to be cut apart. */
export function PersonSlips({ slips }: Sheets) {
  const { feedback } = useWords()
  const { language } = useContext(SpeechContext)
  const nameOf = useGroupName()
  const expected = printDate(slips.answerExpectedOn, language)
  return (
    <div class="paper feedback">
      {slips.groups.flatMap((group) =>
        group.slips.map((slip) => (
          <article class="f-slip" key={`${group.key} ${slip.row}`}>
            <SlipHead slips={slips} />
            <p class="f-heading">{feedback.paper.heading(printDate(group.heldOn, language))}</p>
            <p class="f-where" lang="zh-CN">
              {nameOf(group)}
            </p>
            <FeedbackCard slip={slip} own expected={expected} />
            <SlipFoot
              slips={slips}
              thanks={hasShaped(slip.outcome) ? feedback.paper.thanksShaped : feedback.paper.thanksHeard}
            />
          </article>
        )),
      )}
    </div>
  )
}

/** One sheet for each occasion, to be put on a notice board. */
export function BoardSheets({ slips }: Sheets) {
  const { feedback } = useWords()
  const { language } = useContext(SpeechContext)
  const nameOf = useGroupName()
  const expected = printDate(slips.answerExpectedOn, language)
  return (
    <div class="paper feedback board">
      {slips.groups
        .filter((group) => group.slips.length > 0)
        .map((group) => (
          <article class="f-board" key={group.key}>
            <SlipHead slips={slips} />
            <p class="f-heading">{feedback.paper.board}</p>
            <p class="f-where" lang="zh-CN">
              {nameOf(group)}
              {group.headcount ? ` · ${feedback.people(group.headcount)}` : ''} ·{' '}
              {group.slips.length < group.answered
                ? feedback.opinionsOf(group.slips.length, group.answered)
                : feedback.opinions(group.slips.length)}
            </p>
            {group.slips.map((slip) => (
              <FeedbackCard key={slip.row} slip={slip} own={false} expected={expected} />
            ))}
            <SlipFoot slips={slips} thanks={feedback.paper.thanksBoard} />
          </article>
        ))}
    </div>
  )
}

function SlipHead({ slips }: { slips: FeedbackSlips }) {
  const { feedback } = useWords()
  const { exampleMark } = deskAuthority()
  return (
    <p class="f-head">
      <b>{feedback.paper.name}</b>
      <span lang="zh-CN">{slips.bill.title}</span>
      {exampleMark && <span class="p-example">{exampleMark}</span>}
    </p>
  )
}

function SlipFoot({ slips, thanks }: { slips: FeedbackSlips; thanks: string }) {
  const { feedback } = useWords()
  const { language } = useContext(SpeechContext)
  const { offset } = useSession()
  const { contactPoint, bulletin } = slips
  const address = `${location.origin}${inLanguage(pagePaths.bulletin(slips.bill.id, slips.consultationId), language)}`
  return (
    <div class="f-foot">
      <p class="f-thanks">{thanks}</p>
      <p class="p-small">
        <span lang="zh-CN">
          {[contactPoint.name, contactPoint.address, contactPoint.phone].filter(Boolean).join('　')}
        </span>
        {bulletin && ` · ${feedback.paper.published(printDay(bulletin.publishedAt, language, offset))}`}
      </p>
      <p class="p-small">{feedback.paper.all(address)}</p>
    </div>
  )
}

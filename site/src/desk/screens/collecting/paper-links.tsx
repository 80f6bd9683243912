import type { ConsultationState } from '#core/consultation.ts'
import { Link } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import type { DeskRoute } from '../../rules/desk-route.ts'

/** Ways of a task that go over paper: out, back in, and the answer home. */
export function PaperLinks(props: { consultationId: string; state: ConsultationState }) {
  const { paper, transcribing, feedback, lookup } = useWords()
  const { consultationId, state } = props
  const ways: { to: DeskRoute; name: string; say: string; on: boolean }[] = [
    {
      to: { screen: 'paper', consultationId },
      name: paper.link,
      say: paper.linkSay,
      on: state === 'open' || state === 'scheduled',
    },
    {
      to: { screen: 'transcribe', consultationId },
      name: transcribing.link,
      say: transcribing.linkSay,
      on: state === 'open' || state === 'closed' || state === 'answered',
    },
    {
      to: { screen: 'slips', consultationId },
      name: feedback.link,
      say: feedback.linkSay,
      on: state === 'closed' || state === 'answered',
    },
    { to: { screen: 'lookup' }, name: lookup.link, say: lookup.linkSay, on: true },
  ]
  return (
    <section>
      <h2>{paper.section}</h2>
      <ul class="plain">
        {ways
          .filter(({ on }) => on)
          .map(({ to, name, say }) => (
            <li key={name}>
              <Link to={to} class="alone">
                {name}
              </Link>
              <br />
              <span class="soft">{say}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}

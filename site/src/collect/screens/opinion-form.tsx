import { useState } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { Screen, Sure } from '../parts/frame.tsx'
import { useCollecting, useDoing } from '../parts/collecting.tsx'
import { useTimes } from '../parts/clock.tsx'
import { Keys as Shortcut } from '../parts/fields.tsx'
import { DraftPane } from '../parts/draft-pane.tsx'
import { useWords } from '../parts/language.tsx'
import { NoticeRead } from '../parts/notice-read.tsx'
import { OpinionBothVersions } from '../parts/opinion-both-versions.tsx'
import { useOpinion, type OpinionState } from '../parts/opinion-state.tsx'
import { useOpinionKeys } from '../parts/opinion-keys.tsx'
import { SaveTrouble } from '../parts/save-trouble.tsx'
import { ProponentFields } from '../parts/proponent-fields.tsx'
import { Quotable } from '../parts/quotable.tsx'
import { StanceField } from '../parts/stance-field.tsx'
import { useWide } from '../parts/wide.ts'
import { WhichArticle } from '../parts/which-article.tsx'
import { WordsFields } from '../parts/words-fields.tsx'
import { printRoute, type CollectRoute } from '../rules/collect-route.ts'
import { opinionMends, type Mend } from '../rules/opinion-mends.ts'
import { problemSentence } from '../rules/record-problem.ts'
import { articleIdOf, type Provision } from '#core/draft/provision.ts'
import type { OpinionAtHand } from '../parts/opinion-at-hand.ts'

/** Where a missing thing is mended. */
const places: Record<Mend, string> = {
  article: 'article-field',
  stance: 'stance',
  verbatim: 'verbatim',
  headcount: 'headcount',
  notice: 'notice',
}

/** Fast to fill by thumb and by keyboard; on a laptop the draft stands beside it. */
export function OpinionForm(hand: OpinionAtHand) {
  const { opinion: own, back } = useWords()
  const opinion = useOpinion(hand.record)
  const { mends, problems, finish, doing } = useFinish(hand.record.id, opinion)
  const wide = useWide()
  const chooseArticle = (article: Provision) => {
    opinion.choose({ article: true })
    opinion.set({ provisionId: article.id, quote: undefined })
    if (matchMedia('(pointer: fine)').matches) document.getElementById('verbatim')?.focus()
  }
  useOpinionKeys(opinion, finish)
  const draft = hand.seekable?.draft
  const { content } = opinion
  return (
    <Screen
      title={content.supersedes ? own.correcting : own.title}
      kind={<span lang="zh-CN">{hand.task?.bill.title}</span>}
      back={{ to: backOf(hand), name: hand.session?.session.place ?? back }}
      ownFocus={wide}
    >
      {content.supersedes && <p class="told">{own.correctingHelp}</p>}
      <div class={wide && draft ? 'two' : undefined}>
        {wide && draft && (
          <DraftPane
            provisions={draft.provisions}
            at={content.provisionId === null ? undefined : articleIdOf(content.provisionId)}
            onChoose={chooseArticle}
            chosen={(article) => <Quotable article={article} opinion={opinion} />}
          />
        )}
        <div class="form opinion">
          <MendSummary mends={mends} problems={problems} />
          <WhichArticle hand={hand} opinion={opinion} wide={wide} onPick={chooseArticle} mends={mends} />
          <StanceField opinion={opinion} mends={mends} />
          <WordsFields opinion={opinion} mends={mends} wide={wide} />
          <ProponentFields opinion={opinion} mends={mends} />
          <NoticeRead opinion={opinion} mends={mends} />
          <OpinionBothVersions opinion={opinion} />
          <div class="act-bar">
            <Button onPress={finish} busy={doing.busy} busyWords={own.finishing}>
              {own.finish} <Shortcut keys="Ctrl+Enter" />
            </Button>
            <Saved opinion={opinion} />
          </div>
          <Later hand={hand} opinion={opinion} />
          {wide && <Keys />}
        </div>
      </div>
    </Screen>
  )
}

function backOf({ record, session }: OpinionAtHand): CollectRoute {
  const { consultationId } = record.content
  return session
    ? { screen: 'session', consultationId, sessionId: session.session.id }
    : { screen: 'task', consultationId }
}

function useFinish(id: string, opinion: OpinionState) {
  const { collector } = useCollecting()
  const words = useWords()
  const [tried, setTried] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  const doing = useDoing()
  const mends = tried ? opinionMends(opinion.content, opinion.chosen) : []
  const finish = () => {
    const missing = opinionMends(opinion.content, opinion.chosen)
    setTried(true)
    const [first] = missing
    if (first) {
      document.getElementById(places[first])?.focus()
      return
    }
    doing.run(async () => {
      await opinion.edits.flush()
      // Why not stands beside the button; what is handed a receipt is what stands here.
      if (!opinion.edits.isSaved()) return
      const found = await collector.finishOpinion(id)
      setProblems(found.map((problem) => problemSentence(problem, words)))
      if (found.length === 0)
        location.replace(printRoute({ screen: 'opinion', opinionId: id, justWritten: true }))
    })
  }
  return { mends, problems, finish, doing }
}

function MendSummary(props: { mends: readonly Mend[]; problems: readonly string[] }) {
  const { opinion: own } = useWords()
  const count = props.mends.length + props.problems.length
  if (count === 0) return null
  return (
    <div class="error-summary" role="alert">
      <h2>{own.mendTitle(count)}</h2>
      <ul>
        {props.mends.map((mend) => (
          <li key={mend}>
            <button type="button" class="jump" onClick={() => document.getElementById(places[mend])?.focus()}>
              {own.mends[mend]}
            </button>
          </li>
        ))}
        {props.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  )
}

function Saved({ opinion }: { opinion: OpinionState }) {
  const { opinion: own } = useWords()
  const { hour } = useTimes()
  const { state, at } = opinion.edits.save
  if (state !== 'saving' && state !== 'saved' && state !== 'clean') return <SaveTrouble state={state} />
  return (
    <span class="soft saved" role="status">
      {state === 'saving' ? own.saving : own.savedAt(hour(new Date(at).toISOString()))}
    </span>
  )
}

function Later({ hand, opinion }: { hand: OpinionAtHand; opinion: OpinionState }) {
  const { collector } = useCollecting()
  const { opinion: own, tasks } = useWords()
  const leave = () => {
    location.hash = printRoute(backOf(hand))
  }
  return (
    <div class="buttons">
      <Button
        kind="text"
        onPress={() => void opinion.edits.flush().then(() => opinion.edits.isSaved() && leave())}
      >
        {own.later}
      </Button>
      <Sure
        button={own.discard}
        ask={tasks.home.discardAsk}
        sure={tasks.home.discardSure}
        keep={tasks.home.keep}
        onSure={() =>
          void opinion.edits
            .flush()
            .then(() => collector.discardOpinion(hand.record.id))
            .then(leave)
        }
      />
    </div>
  )
}

function Keys() {
  const { opinion: own } = useWords()
  return (
    <details class="keys">
      <summary>{own.keysTitle}</summary>
      <dl>
        {own.keys.map(([keys, deed]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

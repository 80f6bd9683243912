import type { OfficeOpinion } from '#contract/office-api.ts'
import type { OpinionHistory, OpinionRevision } from '#contract/revision-api.ts'
import { diffWords } from '#core/text/word-diff.ts'
import { useState } from 'preact/hooks'
import { limits } from '#contract/limits.ts'
import { AreaField } from '../../../parts/area-field.tsx'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { pointDesk } from '../../api/point.ts'
import { Trouble } from '../../api/trouble.ts'
import { DoOrLeave } from '../../parts/do-or-leave.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import {
  newSettleDraft,
  type SettleDraft,
  takeVersion,
  unsettledVersions,
  writtenFields,
} from '../../rules/settle-draft.ts'
import { ComparedWords } from '../lineage/compared-words.tsx'
import { RevisionLine } from './revision-history.tsx'

interface SettleProps {
  consultationId: string
  opinion: OfficeOpinion
  onStored: () => void
  onCancel: () => void
}

/** Versions of one opinion that passed each other: side by side with 原话, chosen or written together, all kept (R9). */
export function SettleVersions(props: SettleProps) {
  const { consultationId, opinion } = props
  const loaded = useLoaded(() => pointDesk.history(consultationId, opinion.id), `settle ${opinion.id}`)
  if (!loaded.data)
    return loaded.trouble ? <TroubleBox trouble={loaded.trouble} onRetry={loaded.reload} /> : <Waiting />
  return (
    <Settling key={loaded.data.unsettled.join(' ')} {...props} history={loaded.data} again={loaded.reload} />
  )
}

function Settling(props: SettleProps & { history: OpinionHistory; again: () => void }) {
  const words = useWords()
  const { point } = words
  const versions = unsettledVersions(props.history)
  const [draft, setDraft] = useState(() => newSettleDraft(versions))
  const [overtaken, setOvertaken] = useState(false)
  const doing = useDoing()
  const store = () =>
    doing.run(async () => {
      try {
        const input = { ...draft.texts, settles: [...props.history.unsettled] }
        await pointDesk.revise(props.consultationId, draft.base, input)
      } catch (thrown) {
        if (!(thrown instanceof Trouble) || thrown.kind !== 'changed') throw thrown
        setOvertaken(true)
        props.again()
        return
      }
      props.onStored()
    })
  if (versions.length < 2) return <p class="told">{point.settledAlready}</p>
  return (
    <div class="form wide decide" role="group" aria-label={point.settleOf(props.opinion.n + 1)}>
      <p class="measure">{point.settleSay}</p>
      {overtaken && <p class="next">{point.settleOvertaken}</p>}
      <TroubleBox trouble={doing.trouble} />
      <div class="versions">
        {versions.map((version, at) => (
          <VersionSide
            key={version.id}
            version={version}
            other={versions[at === 0 ? 1 : at - 1]}
            isBase={version.id === draft.base}
            onBase={() => setDraft({ ...draft, base: version.id })}
            onTake={() => setDraft(takeVersion(version))}
          />
        ))}
      </div>
      <SettledTexts draft={draft} onDraft={setDraft} />
      <DoOrLeave busy={doing.busy} onDo={store} onLeave={props.onCancel}>
        {point.settleStore}
      </DoOrLeave>
    </div>
  )
}

/** One version, what it has and the other has not marked; whose 原话 stands is chosen here. */
function VersionSide(props: {
  version: OpinionRevision
  other: OpinionRevision | undefined
  isBase: boolean
  onBase: () => void
  onTake: () => void
}) {
  const { point, deciding } = useWords()
  const { version, other } = props
  const names = { drafted: point.drafted, proposedText: point.proposedText, reason: point.reason }
  const marked = (field: 'verbatim' | 'drafted' | 'proposedText' | 'reason') => (
    <ComparedWords pieces={diffWords(other?.[field] ?? '', version[field] ?? '')} side="to" />
  )
  return (
    <section class={props.isBase ? 'version chosen' : 'version'}>
      <p class="source">
        <RevisionLine revision={version} />
      </p>
      <div class="voice said">
        <span class="text-name">{deciding.verbatim}</span>
        {marked('verbatim')}
      </div>
      {writtenFields.map((field) => (
        <div class="voice" key={field}>
          <span class="text-name">{names[field]}</span>
          {version[field] ? marked(field) : <p class="soft">{point.nothingThere}</p>}
        </div>
      ))}
      <label class="check">
        <input type="radio" name="base" checked={props.isBase} onChange={props.onBase} />
        {point.settleVerbatim}
      </label>
      <Button kind="text" onPress={props.onTake}>
        {point.settleTake}
      </Button>
    </section>
  )
}

function SettledTexts(props: { draft: SettleDraft; onDraft: (draft: SettleDraft) => void }) {
  const { point } = useWords()
  const { draft } = props
  const most = {
    drafted: limits.maxDraftedChars,
    proposedText: limits.maxProposedTextChars,
    reason: limits.maxReasonChars,
  }
  const names = { drafted: point.drafted, proposedText: point.proposedText, reason: point.reason }
  return (
    <fieldset class="group">
      <legend>{point.settleTogether}</legend>
      {writtenFields.map((field) => (
        <AreaField
          key={field}
          label={names[field]}
          value={draft.texts[field]}
          rows={field === 'drafted' ? 4 : 2}
          max={most[field]}
          onValue={(value) => props.onDraft({ ...draft, texts: { ...draft.texts, [field]: value } })}
        />
      ))}
    </fieldset>
  )
}

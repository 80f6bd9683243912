import type { OfficeConsultation, OfficeOpinion } from '#contract/office-api.ts'
import { useRef, useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { AreaField, SelectField, type Choice } from '../parts/fields.tsx'
import { Button, TroubleBox, Waiting } from '../parts/frame.tsx'
import { useLoaded } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import { articleIdOf, articlesIn, linesOf, provisionsOf, wordsStandIn } from '../rules/decision-check.ts'
import type { DecisionTyped } from '../rules/decision-input.ts'
import type { Provision } from '#core/provision.ts'

/** Points at the words of a later draft that an opinion became (R5): choose the article, select the words in it. */
export function ResultingWordsFields(props: {
  held: OfficeConsultation
  opinion: OfficeOpinion
  typed: DecisionTyped
  set: (change: Partial<DecisionTyped>) => void
}) {
  const words = useWords()
  const { deciding } = words
  const { held, typed, set } = props
  const draftId = typed.draftId
  const later = useLoaded(
    () => (draftId === '' ? Promise.resolve(undefined) : office.draftText(draftId)),
    draftId,
  )
  const shown = useRef<HTMLDivElement>(null)
  const [hint, setHint] = useState('')
  if (held.laterDrafts.length === 0) return <p class="next">{deciding.noLaterDraft}</p>
  const provisions = provisionsOf(later.data?.provisions ?? [])
  const chosen = provisions.find(({ id }) => id === typed.provisionId)
  const useSelection = () => {
    const selection = document.getSelection()
    const text = selection?.toString().trim() ?? ''
    if (text === '' || !selection?.anchorNode || !shown.current?.contains(selection.anchorNode))
      return setHint(deciding.selectFirst)
    setHint('')
    set({ quote: text })
  }
  const standing = chosen && typed.quote.trim() !== '' ? wordsStandIn(typed.quote, chosen) : undefined
  return (
    <div class="group" role="group" aria-label={deciding.resultingHint}>
      {held.laterDrafts.length > 1 && (
        <SelectField
          label={deciding.resultingDraft}
          value={draftId}
          choices={held.laterDrafts.map((draft) => ({
            value: draft.id,
            name: `${words.stageNames[draft.stage]} · ${words.bills.dated(draft.datedOn)}`,
          }))}
          onValue={(chosenDraft) => set({ draftId: chosenDraft, provisionId: '', quote: '' })}
        />
      )}
      {!later.data &&
        (later.trouble ? <TroubleBox trouble={later.trouble} onRetry={later.reload} /> : <Waiting />)}
      {later.data && (
        <SelectField
          label={deciding.resulting}
          hint={deciding.resultingHint}
          reach="public"
          value={typed.provisionId}
          empty={deciding.chooseProvision}
          choices={provisionChoices(later.data.provisions, typed.provisionId)}
          onValue={(provisionId) => set({ provisionId })}
        />
      )}
      {chosen && (
        <>
          <div class="law-words pick" ref={shown}>
            {linesOf(chosen).map((line, place) => (
              <p key={place}>{line}</p>
            ))}
          </div>
          <AreaField
            label={deciding.quote}
            hint={deciding.quoteHint}
            reach="public"
            rows={2}
            max={2000}
            value={typed.quote}
            error={standing === false ? deciding.quoteMissing : undefined}
            onValue={(quote) => set({ quote })}
          />
          {standing && (
            <p role="status" class="told">
              {deciding.quoteFound}
            </p>
          )}
          <div class="buttons">
            <Button kind="quiet" onPress={useSelection}>
              {deciding.useSelection}
            </Button>
            {hint && (
              <span role="status" class="soft">
                {hint}
              </span>
            )}
          </div>
        </>
      )}
    </div>
  )
}

/** Articles under their chapters, with their first words; a finer place already chosen stays choosable. */
function provisionChoices(tree: readonly Provision[], chosen: string): Choice[] {
  const chapters = new Map<string, string>()
  for (const chapter of provisionsOf(tree).filter(({ kind }) => kind === 'chapter'))
    for (const article of articlesIn([chapter]))
      chapters.set(article.id, `${chapter.label}　${chapter.heading ?? ''}`)
  return articlesIn(tree).flatMap((article) => {
    const group = chapters.get(article.id)
    const choice = {
      value: article.id as string,
      name: `${article.label}　${linesOf(article).join('').slice(0, 22)}`,
      ...(group ? { group } : {}),
    }
    const isFiner = chosen !== article.id && articleIdOf(chosen) === article.id
    return isFiner
      ? [
          choice,
          { ...choice, value: chosen, name: `${article.label} · ${chosen.slice(article.id.length + 1)}` },
        ]
      : [choice]
  })
}

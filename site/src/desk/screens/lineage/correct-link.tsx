import type { ArticleChoice } from '#contract/lineage-api.ts'
import type { ProvisionId } from '#core/ids.ts'
import type { LineageCorrection, LineageLink } from '#core/lineage/lineage.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { SelectField } from '../../parts/fields.tsx'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { correctionTrouble } from '../../rules/lineage-correction.ts'
import { LineageConflict } from './lineage-conflict.tsx'
import type { ReviewGround } from './review-ground.tsx'
import { type LineageClash, storeCorrections } from './store-corrections.tsx'

/** Says which articles belong together: a list for each counterpart, one more where an article was split or merged. */
export function CorrectLink(props: {
  link: LineageLink
  ground: ReviewGround
  undo: LineageCorrection[] | undefined
  onDone: () => void
}) {
  const { lineage: words, cancel, saving } = useWords()
  const { ground } = props
  const { held } = ground
  const [from, setFrom] = useState<string[]>(props.link.from.length > 0 ? props.link.from : [''])
  const [to, setTo] = useState<string[]>(props.link.to.length > 0 ? props.link.to : [''])
  const [told, setTold] = useState('')
  const [clash, setClash] = useState<LineageClash>()
  const doing = useDoing()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('select')?.focus(), [])

  const save = (corrections: LineageCorrection[], read = held) =>
    doing.run(async () => {
      const found = await storeCorrections(ground, read, corrections)
      setClash(found)
      if (found === undefined) props.onDone()
    })
  const submit = () => {
    const correction = { from: chosen(from), to: chosen(to) }
    const trouble = correctionTrouble(correction)
    setTold(trouble ? words.correctionTroubles[trouble] : '')
    if (!trouble) save([correction])
  }
  if (clash !== undefined)
    return (
      <>
        <LineageConflict
          clash={clash}
          busy={doing.busy}
          onTheirs={() => {
            ground.onLineage(clash.newest)
            props.onDone()
          }}
          onMine={() => save(clash.mine, clash.newest)}
        />
        <TroubleBox trouble={doing.trouble} />
      </>
    )
  return (
    <div class="correct form wide" role="group" aria-label={words.correctTitle} ref={box}>
      <p class="soft">{words.correctHint}</p>
      <div class="lineage-texts">
        <Counterparts
          name={words.fromArticle}
          more={words.oneMoreFrom}
          articles={held.articles.from}
          chosen={from}
          onChosen={setFrom}
        />
        <Counterparts
          name={words.toArticle}
          more={words.oneMoreTo}
          articles={held.articles.to}
          chosen={to}
          onChosen={setTo}
        />
      </div>
      {told && (
        <p class="error" role="alert">
          {told}
        </p>
      )}
      <TroubleBox trouble={doing.trouble} />
      <div class="buttons">
        <Button onPress={submit} busy={doing.busy} busyWords={saving}>
          {words.saveCorrection}
        </Button>
        {props.undo && (
          <Button kind="quiet" onPress={() => props.undo && save(props.undo)}>
            {words.undo}
          </Button>
        )}
        <Button kind="quiet" onPress={props.onDone}>
          {cancel}
        </Button>
      </div>
    </div>
  )
}

const chosen = (ids: readonly string[]) => ids.filter((id) => id !== '') as ProvisionId[]

function Counterparts(props: {
  name: (place: number) => string
  more: string
  articles: readonly ArticleChoice[]
  chosen: readonly string[]
  onChosen: (ids: string[]) => void
}) {
  const { lineage: words } = useWords()
  const choices = props.articles.map(({ id, label, opening }) => ({
    value: id as string,
    name: `${label || words.outside}　${opening}`,
  }))
  return (
    <div class="form">
      {props.chosen.map((id, place) => (
        <SelectField
          key={place}
          label={props.name(place)}
          value={id}
          empty={words.noCounterpart}
          choices={choices}
          onValue={(value) => props.onChosen(props.chosen.map((other, at) => (at === place ? value : other)))}
        />
      ))}
      <div class="buttons">
        <Button kind="quiet" onPress={() => props.onChosen([...props.chosen, ''])}>
          {props.more}
        </Button>
      </div>
    </div>
  )
}

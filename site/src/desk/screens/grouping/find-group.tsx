import type { OfficeGroup } from '#contract/groups-api.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { deskGroups, type GroupQuery } from '../../api/groups.ts'
import type { Trouble } from '../../api/trouble.ts'
import { TextField } from '../../../parts/text-field.tsx'
import { CheckField } from '../../parts/fields.tsx'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { stepFocus } from '../../parts/step-focus.ts'
import { articleIdOf } from '../../rules/decision-check.ts'

/** So many groups are looked through for words; by number any is found. */
const maxLookedThrough = 500
const maxShown = 12

/** Finds another group by words in its first text or by the number of an opinion in it. */
export function FindGroup(props: {
  consultationId: string
  group: OfficeGroup
  title: string
  hint: string | undefined
  busy: boolean
  trouble: Trouble | undefined
  onFound: (group: OfficeGroup) => void
  onClose: () => void
}) {
  const words = useWords()
  const { grouping } = words
  const { consultationId, group } = props
  const [sought, setSought] = useState('')
  const [elsewhere, setElsewhere] = useState(false)
  const number = /^\d{1,9}$/.test(sought.trim()) ? Number(sought.trim()) : undefined
  const { leader } = group
  const own = leader.provisionId === null ? 'whole' : articleIdOf(leader.provisionId)
  const query: GroupQuery = number
    ? { number, atLeast: 1 }
    : { atLeast: 1, ...(elsewhere ? {} : { article: own }) }
  const { data, trouble, reload } = useLoaded(
    () => readGroups(consultationId, query),
    `find ${number ?? ''} ${elsewhere}`,
  )
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector('input')?.focus()
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const found = (data ?? [])
    .filter(({ id }) => id !== group.id)
    .filter((one) => number !== undefined || isAbout(one, sought.trim()))
  return (
    <div
      class="moving stuck find-group form"
      role="group"
      aria-label={props.title}
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose()
        else stepFocus(event, event.currentTarget, 'input[type="search"], .found')
      }}
    >
      <h3>{props.title}</h3>
      {props.hint && <p class="soft">{props.hint}</p>}
      <div class="pair">
        <TextField
          type="search"
          label={grouping.find}
          hint={grouping.findHint}
          value={sought}
          onValue={setSought}
        />
        <CheckField label={grouping.elsewhere} checked={elsewhere} onChecked={setElsewhere} />
      </div>
      <TroubleBox trouble={props.trouble ?? trouble} onRetry={reload} />
      {!data && !trouble && <Waiting />}
      {data && found.length === 0 && <p role="status">{grouping.noneFound}</p>}
      <ul class="found-groups">
        {found.slice(0, maxShown).map((one) => (
          <li key={one.id}>
            <button
              type="button"
              class="found"
              aria-disabled={props.busy ? true : undefined}
              onClick={() => !props.busy && props.onFound(one)}
            >
              <b>
                {one.leader.provisionLabel || words.whole} · {grouping.openGroup(one.leader.n + 1, one.size)}
              </b>
              <span>{one.leader.verbatim}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <Button kind="quiet" onPress={props.onClose}>
          {grouping.close}
        </Button>
      </div>
    </div>
  )
}

function isAbout({ leader }: OfficeGroup, sought: string): boolean {
  return [leader.verbatim, leader.proposedText, leader.reason].some((text) => text?.includes(sought))
}

async function readGroups(consultationId: string, query: GroupQuery): Promise<OfficeGroup[]> {
  const groups: OfficeGroup[] = []
  let cursor: string | undefined
  do {
    const page = await deskGroups.list(consultationId, { ...query, cursor, limit: 100 })
    groups.push(...page.groups)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined && groups.length < maxLookedThrough)
  return groups
}

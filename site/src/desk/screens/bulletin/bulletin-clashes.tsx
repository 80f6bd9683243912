import type { BulletinSectionKind } from '#core/bulletin/bulletin.ts'
import { useEffect, useRef } from 'preact/hooks'
import type { Writing } from '../../parts/bulletin-writing.ts'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import type { WritingField } from '../../rules/merge-bulletin.ts'

/** Two people wrote the same part: both texts side by side, one choice each. */
export function BulletinClashes({ writing }: { writing: Writing }) {
  const { bulletin } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const { clashes } = writing
  const hasClashes = clashes.length > 0
  useEffect(() => box.current?.focus(), [hasClashes])
  if (!hasClashes) return null
  const nameOf = (field: WritingField) =>
    field === 'head' || field === 'order' || field === 'correction'
      ? bulletin.clashField[field]
      : bulletin.part[field]
  const shown = (field: WritingField, text: string) => {
    if (field !== 'order') return text || bulletin.nothing
    return text
      .split(',')
      .map((kind) => bulletin.part[kind as BulletinSectionKind])
      .join(' → ')
  }
  return (
    <div class="error-summary conflict" role="alert" tabIndex={-1} ref={box}>
      <h3>{bulletin.clashTitle}</h3>
      <p>{bulletin.clashSay}</p>
      {clashes.map((clash) => (
        <div key={clash.field}>
          <h4>{nameOf(clash.field)}</h4>
          <div class="texts both">
            {(['theirs', 'mine'] as const).map((side) => (
              <div class="voice" key={side}>
                <span class="text-name">{bulletin[side]}</span>
                <p class="lines">{shown(clash.field, clash[side])}</p>
                <Button kind="quiet" onPress={() => writing.choose(clash, clash[side])}>
                  {side === 'mine' ? bulletin.useMine : bulletin.useTheirs}
                </Button>
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

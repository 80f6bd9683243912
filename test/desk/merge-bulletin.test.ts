import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bulletinSectionKinds, usualSections } from '#core/bulletin/bulletin.ts'
import type { BulletinWriting } from '#core/bulletin/bulletin-draft.ts'
import {
  fieldOf,
  mergeWriting,
  withField,
  type WritingField,
} from '../../site/src/desk/rules/merge-bulletin.ts'

const begun: BulletinWriting = { sections: usualSections.map(({ kind }) => ({ kind })), correction: '' }
const fields: WritingField[] = ['head', 'order', 'correction', ...bulletinSectionKinds]

const edit = fc.oneof(
  fc.tuple(
    fc.constantFrom<WritingField>('head', 'correction', ...bulletinSectionKinds),
    fc.constantFrom('甲', '乙', ''),
  ),
  fc.tuple(
    fc.constant<WritingField>('order'),
    fc.shuffledSubarray([...bulletinSectionKinds], { minLength: 5 }).map((kinds) => kinds.join(',')),
  ),
)
const writing = fc
  .array(edit, { maxLength: 4 })
  .map((edits) => edits.reduce((held, [field, value]) => withField(held, field, value), begun))

describe('two people writing one bulletin', () => {
  test('who changed different parts both keep theirs', () => {
    const mine = withField(begun, 'head', '我的开头')
    const theirs = withField(
      withField(begun, 'heard', '同事的话'),
      'order',
      'heard,totals,figures,taken,closing',
    )
    const { merged, clashes } = mergeWriting(begun, mine, theirs)
    expect(clashes).toEqual([])
    expect(fieldOf(merged, 'head')).toBe('我的开头')
    expect(merged.sections[0]).toEqual({ kind: 'heard', words: '同事的话' })
  })

  test('who changed the same part are shown both texts, and nothing of either is lost', () => {
    fc.assert(
      fc.property(writing, writing, (mine, theirs) => {
        const { merged, clashes } = mergeWriting(begun, mine, theirs)
        expect(merged.sections.map(({ kind }) => kind).sort()).toEqual([...bulletinSectionKinds].sort())
        for (const field of fields) {
          const [was, my, their, now] = [begun, mine, theirs, merged].map((each) => fieldOf(each, field))
          const clash = clashes.find((each) => each.field === field)
          expect(clash !== undefined).toBe(my !== was && their !== was && my !== their)
          if (clash) expect(clash).toEqual({ field, mine: my ?? '', theirs: their ?? '' })
          expect(now).toBe(my !== was ? my : their)
        }
      }),
    )
  })
})

import { describe, expect, test } from 'vitest'
import type { OpinionId } from '#core/ids.ts'
import { revisionsBefore } from '#core/log/revisions-before.ts'
import { standBeside } from '#core/log/stand-beside.ts'
import { unsettledVersions, type Version } from '#core/log/unsettled-versions.ts'

const id = (name: string) => name as OpinionId
const taken = (name: string, supersedes?: string, joins?: string[]): Version => ({
  id: id(name),
  supersedes: supersedes === undefined ? undefined : id(supersedes),
  ...(joins && { joins: joins.map(id) }),
  isFromDesk: false,
})
const written = (name: string, supersedes: string, joins?: string[]): Version => ({
  ...taken(name, supersedes, joins),
  isFromDesk: true,
})

describe('versions that passed each other', () => {
  test.each<[string, Version[], string[]]>([
    ['one that was never corrected stands alone', [taken('a')], []],
    ['one behind the other stands alone', [taken('a'), written('b', 'a'), written('c', 'b')], []],
    ['two corrections of one wait', [taken('a'), written('b', 'a'), taken('c', 'a')], ['b', 'c']],
    [
      'a device’s behind the desk’s unseen waits',
      [taken('a'), written('b', 'a'), taken('c', 'b')],
      ['b', 'c'],
    ],
    ['a device’s own second thought does not', [taken('a'), taken('b', 'a')], []],
    [
      'put together they wait no more',
      [taken('a'), written('b', 'a'), taken('c', 'a'), written('d', 'c', ['b'])],
      [],
    ],
    [
      'a third that comes later waits again',
      [taken('a'), written('b', 'a'), taken('c', 'a'), written('d', 'c', ['b']), taken('e', 'c')],
      ['d', 'e'],
    ],
  ])('%s', (_what, family, waiting) => {
    expect(unsettledVersions(family)).toEqual(waiting)
  })

  test('are found in the corrections of a whole log, each with those it stands beside', () => {
    const corrected = new Map([
      [id('b'), [id('a')]],
      [id('c'), [id('a')]],
      [id('e'), [id('c')]],
      [id('z'), [id('y')]],
    ])
    expect(standBeside(corrected)).toEqual(
      new Map([
        [id('b'), [id('e')]],
        [id('e'), [id('b')]],
      ]),
    )
    expect(standBeside(corrected.set(id('m'), [id('e'), id('b')]))).toEqual(new Map())
    expect(revisionsBefore(id('m'), corrected)).toEqual(['a', 'c', 'b', 'e'])
  })

  test('that name each other in a circle end where it closes', () => {
    const circle = new Map([
      [id('a'), [id('b')]],
      [id('b'), [id('a')]],
    ])
    expect(revisionsBefore(id('a'), circle)).toEqual(['a', 'b'])
    expect(standBeside(circle)).toEqual(new Map())
  })
})

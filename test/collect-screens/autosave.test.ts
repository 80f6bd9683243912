import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { autosave, type SaveState } from '../../site/src/collect/rules/autosave.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function saver(save: (value: string) => Promise<void>) {
  const states: SaveState[] = []
  return { states, ...autosave(save, (state) => states.push(state), 250) }
}

test('a burst of changes is one save, of the newest', async () => {
  const saved: string[] = []
  const { change, states } = saver(async (value) => void saved.push(value))
  for (const word of ['早', '早上', '早上六点']) change(word)
  await vi.advanceTimersByTimeAsync(249)
  expect(saved).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(saved).toEqual(['早上六点'])
  expect(states).toEqual(['saving', 'saved'])
})

test('a word typed a moment after a save is not called saved before it is', async () => {
  const { change, flush, states } = saver(async () => undefined)
  change('first')
  await flush()
  expect(states.at(-1)).toBe('saved')
  change('first and second')
  expect(states.at(-1)).toBe('saving')
  await flush()
  expect(states.at(-1)).toBe('saved')
})

test('a change during a slow save is saved after it, never before', async () => {
  const saved: string[] = []
  const { change, flush } = saver(async (value) => {
    await new Promise((resolve) => setTimeout(resolve, value === 'first' ? 1000 : 1))
    saved.push(value)
  })
  change('first')
  await vi.advanceTimersByTimeAsync(300)
  change('second')
  const done = flush()
  await vi.advanceTimersByTimeAsync(1100)
  await done
  expect(saved).toEqual(['first', 'second'])
})

test('leaving waits until the last word is on the device', async () => {
  const saved: string[] = []
  const { change, flush } = saver(async (value) => void saved.push(value))
  change('last')
  await flush()
  expect(saved).toEqual(['last'])
})

test('a full device is said, and the words are tried again with the next change', async () => {
  let full = true
  const saved: string[] = []
  const { change, flush, states } = saver(async (value) => {
    if (full) throw new Error('storage-full')
    saved.push(value)
  })
  change('kept')
  await flush()
  expect(states.at(-1)).toBe('storage-full')
  full = false
  await flush()
  expect(saved).toEqual(['kept'])
  expect(states.at(-1)).toBe('saved')
})

test('when room comes back, the words are saved without another keystroke', async () => {
  let full = true
  const saved: string[] = []
  const { change, flush } = saver(async (value) => {
    if (full) throw new Error('storage-full')
    saved.push(value)
  })
  change('kept')
  await flush()
  full = false
  await vi.advanceTimersByTimeAsync(6_000)
  expect(saved).toEqual(['kept'])
})

test('a record edited in another window is named so', async () => {
  const { change, flush, states } = saver(async () => Promise.reject(new Error('open-elsewhere')))
  change('x')
  await flush()
  expect(states.at(-1)).toBe('elsewhere')
})

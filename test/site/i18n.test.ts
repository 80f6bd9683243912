import { describe, expect, test } from 'vitest'
import { findStrings } from '../../site/src/i18n/find.ts'
import { openFileStrings } from '../../site/src/i18n/open-files.ts'
import { compareStrings } from '../../site/src/i18n/compare.ts'
import { receiptStrings } from '../../site/src/i18n/receipt.ts'
import { sayStrings } from '../../site/src/i18n/say.ts'
import { strings } from '../../site/src/i18n/strings.ts'

/** Every leaf of a dictionary by its path; functions are called with sample values. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return leaves((value as (...a: unknown[]) => unknown)(2, 1, 0), path)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]) => leaves(held, `${path}.${key}`))
}

describe.each([
  ['pages', strings],
  ['form', sayStrings],
  ['receipt', receiptStrings],
  ['comparison', compareStrings],
  ['search box', findStrings],
  ['open files', openFileStrings],
] as const)('the strings of the %s', (_, dictionary) => {
  const zh = new Map(leaves(dictionary.zh))
  const en = new Map(leaves(dictionary.en))

  test('exist in both languages and are never empty', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
    for (const [path, text] of [...zh, ...en]) expect(text.trim(), path).not.toBe('')
  })

  test('are English in English, but for the names of the product and the other language', () => {
    for (const [path, text] of en)
      if (!/siteName|otherLanguage$/.test(path)) expect(text, path).not.toMatch(/\p{Script=Han}/u)
  })

  test('are Chinese in Chinese', () => {
    for (const [path, text] of zh)
      if (
        !/Tag$|otherLanguage|colon$|\.step$|icp|range|hint|\.and$|bill\.kind|bulletin\.now|formats|draftPage\.title/.test(
          path,
        )
      )
        expect(text, path).toMatch(/\p{Script=Han}/u)
  })
})

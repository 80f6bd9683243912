import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProvisionId } from '#core/ids.ts'
import type { Provision } from '#core/draft/provision.ts'
import { contentsOf } from '../../site/src/law/contents.ts'
import { articleWords, lawHtml } from '../../site/src/law/render-law.ts'
import { exampleProvisions } from '../support/example-law.ts'

const view = { margin: () => '', marginLanguage: 'zh-CN', level: 3 }

function article(text: string): Provision {
  const id = 'art-1' as ProvisionId
  const child = {
    id: 'art-1.p1' as ProvisionId,
    kind: 'paragraph',
    number: 1,
    label: '',
    text,
    children: [],
  } as const
  return { id, kind: 'article', number: 1, label: '第一条', text: '', children: [{ ...child, children: [] }] }
}

function textOf(html: string): string {
  const plain = html.replaceAll('<br>', '\n').replace(/<[^>]*>/g, '')
  return plain
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

describe('a draft as HTML', () => {
  test('says every character of a provision and lets none of them become markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (words, quote) => {
        const mark = { provisionId: 'art-1', quote }
        const html = articleWords(article(words), mark)
        expect(textOf(html)).toBe(words)
        expect(html.replace(/<\/?(p|mark|br)( [^>]*)?>/g, '')).not.toMatch(/[<>]/)
      }),
    )
    expect(articleWords(article('<script>alert(1)</script>'))).toContain('&lt;script&gt;')
  })

  test('marks the new words inside the provision they are in, and only there', () => {
    const html = articleWords(article('音量不得过大，违者劝阻。'), {
      provisionId: 'art-1',
      quote: '不得过大',
    })
    expect(html).toBe('<p>音量<mark>不得过大</mark>，违者劝阻。</p>')
    expect(articleWords(article('甲'), { provisionId: 'art-2', quote: '甲' })).not.toContain('mark')
  })

  test('puts chapters above articles in the outline', () => {
    const html = lawHtml(exampleProvisions(), view)
    expect(html.match(/<h3 class="division"/g)).toHaveLength(6)
    expect(html.match(/<h4 class="number"/g)).toHaveLength(40)
    const bare = lawHtml([article('甲')], view)
    expect(bare).toContain('<h3 class="number"')
  })

  test('sets the title of an article above its words, and who signed the text below all of it', () => {
    const text = '某市<政府>\n2024年3月1日'
    const closing: Provision = {
      id: 'closing' as ProvisionId,
      kind: 'closing',
      number: null,
      label: '',
      text,
      children: [],
    }
    const html = lawHtml([{ ...article('甲'), heading: '定义' }, closing], view)
    expect(html).toContain('<div class="words"><p class="title">定义</p><p id="art-1.p1">甲</p>')
    expect(html).toContain('id="closing"><div class="words"><p>某市&lt;政府&gt;</p><p>2024年3月1日</p>')
  })

  test('sets rows of a table and names side by side apart, and nothing else', () => {
    const row = (text: string) => articleWords(article(text))
    expect(row('摊位 每日 10元')).toBe('<p class="row">摊位 每日 10元</p>')
    expect(row('甲市人民政府 乙市人民政府')).toContain('class="row"')
    for (const words of ['适用 GB 123 标准。', '甲。', 'In this Act bank means a strip'])
      expect(row(words)).not.toContain('class')
  })

  test('words before the first article have no number to link to', () => {
    const [opening] = article('为了甲，制定本办法。').children
    expect(lawHtml(opening ? [opening] : [], view)).not.toContain('<a ')
  })

  test('has a table of contents with the articles each chapter spans', () => {
    const [first, second] = contentsOf(exampleProvisions())
    expect(first).toMatchObject({ title: '第一章　总则', first: '第一条', last: '第七条' })
    expect(second).toMatchObject({ first: '第八条' })
  })
})

import * as fc from 'fast-check'
import { assignIds } from '#core/draft/draft-ids.ts'
import { newProvision } from '#core/draft/new-provision.ts'
import { writeNumeral } from '#core/draft/numerals.ts'
import type { ParsedDraft } from '#core/draft/parse-draft.ts'
import type { Provision } from '#core/draft/provision.ts'

interface ArticleShape {
  inserted: boolean
  title: boolean
  paragraphs: { words: number; items: { words: number; subitems: number }[] }[]
}

const article: fc.Arbitrary<ArticleShape> = fc.record({
  inserted: fc.boolean(),
  title: fc.boolean(),
  paragraphs: fc.array(
    fc.record({
      words: fc.nat(200),
      items: fc.array(fc.record({ words: fc.nat(200), subitems: fc.nat(3) }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})

const sentence = (seed: number, end: string) =>
  `本市第${writeNumeral(seed)}项事务由主管部门依照规定办理${end}`

interface ArticlePlace {
  number: number
  insertion: number | undefined
  /** Every article of the text has a title without brackets. */
  titled: boolean
}

function articleOf(shape: ArticleShape, { number, insertion, titled }: ArticlePlace): Provision {
  const suffix = insertion === undefined ? '' : `之${writeNumeral(insertion)}`
  const made = newProvision('article', number, `第${writeNumeral(number)}条${suffix}`, '')
  if (insertion !== undefined) made.insertion = insertion
  if (titled) made.heading = '名称和范围'
  else if (shape.title) made.heading = '【名称】'
  for (const [place, { words, items }] of shape.paragraphs.entries()) {
    const paragraph = newProvision(
      'paragraph',
      place + 1,
      '',
      sentence(words, items.length > 0 ? '：' : '。'),
    )
    for (const [at, item] of items.entries()) {
      const made = newProvision('item', at + 1, `（${writeNumeral(at + 1)}）`, sentence(item.words, '；'))
      for (let n = 1; n <= item.subitems; n += 1)
        made.children.push(newProvision('subitem', n, `${n}.`, sentence(n, '；')))
      paragraph.children.push(made)
    }
    made.children.push(paragraph)
  }
  return made
}

/** How texts end behind their last article; `''` is how most do. */
const closings = [
  '',
  '',
  '某市人民政府\n2026年3月1日',
  '某市人民代表大会常务委员会',
  '（此件公开发布）',
  '甲市人民政府 乙市人民政府\n市长 张某 市长 李某\n二〇二六年三月一日',
  '本协定于2026年3月1日在某市签订，一式两份，两种文本同等作准。\n甲方代表 乙方代表\n（签字） （签字）',
]

/** Whole statutes: chapters with articles, some inserted, some titled, with 款 项 目, a note, a 落款 and an annex. */
export function statuteText(): fc.Arbitrary<ParsedDraft> {
  return fc
    .record({
      chapters: fc.array(fc.array(article, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
      notes: fc.nat(3),
      annex: fc.boolean(),
      closing: fc.constantFrom(...closings),
      titled: fc.boolean(),
    })
    .map(({ chapters, notes, annex, closing, titled }) => {
      // A single title is not told from words.
      const hasTitles = titled && chapters.flat().length > 1
      let number = 0
      let insertion: number | undefined
      const provisions = chapters.map((shapes, place) => {
        const chapter = newProvision('chapter', place + 1, `第${writeNumeral(place + 1)}章`, '')
        chapter.heading = `事务管理之${writeNumeral(place + 1)}`
        for (const shape of shapes) {
          insertion = shape.inserted && number > 0 ? (insertion ?? 0) + 1 : undefined
          if (insertion === undefined) number += 1
          chapter.children.push(articleOf(shape, { number, insertion, titled: hasTitles }))
        }
        return chapter
      })
      if (closing !== '') provisions.push(newProvision('closing', null, '', closing))
      if (annex) {
        const made = newProvision('annex', 1, '附件一', '')
        made.heading = '名录'
        made.children.push(newProvision('paragraph', 1, '', '名录如下。'))
        provisions.push(made)
      }
      assignIds(provisions, new Map())
      const enactmentNotes = Array.from(
        { length: notes },
        (_, n) => `（20${10 + n}年1月1日 某市人民代表大会通过）`,
      )
      return { title: '某市事务管理条例', enactmentNotes, provisions, problems: [] }
    })
}

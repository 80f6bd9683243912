import { describe, expect, it } from 'vitest'
import { isAmendingDecision, readAmendments, type Amendment } from '#core/draft/amending-decision.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { readPlace, type ProvisionPlace } from '#core/draft/provision-place.ts'

const head =
  '云溪市人民代表大会常务委员会关于修改《云溪市河岸使用条例》的决定\n（2026年3月1日通过）\n云溪市人民代表大会常务委员会决定对《云溪市河岸使用条例》作如下修改：\n'
const read = (clauses: string) => readAmendments(parseDraft(head + clauses).provisions)
const at = (place: ProvisionPlace | undefined) =>
  place &&
  Object.entries(place)
    .map(([level, { number, insertion }]) => `${level}${number}${insertion ? `-${insertion}` : ''}`)
    .join('.')
const short = ({ action, target, becomes, newText, oldWords, newWords }: Amendment) =>
  [
    action,
    at(target) ?? '',
    becomes ? `>${at(becomes)}` : '',
    oldWords === undefined ? newText.join('/') : `${oldWords}>${newWords}`,
  ].join('|')

describe('a citation', () => {
  it('is read down to its 目, with 之一 and brackets', () => {
    expect(at(readPlace('第二章第十二条之一第二款第（三）项'))).toBe('chapter2.article12-1.paragraph2.item3')
    expect(readPlace('第十十条')).toBeUndefined()
  })
})

describe('orders of a decision', () => {
  it('replace, insert and delete name their place and carry the new words', () => {
    const orders = read(
      '一、将第十二条修改为：“河岸应当开放。”\n' +
        '二、增加一条，作为第十三条：“设置标识。”\n' +
        '三、删去第九条。\n' +
        '四、第二十条第二款修改为：“逾期不改的，处以罚款。”\n' +
        '五、本决定自2026年5月1日起施行。',
    )
    expect(orders.map(short)).toEqual([
      'replace|article12||河岸应当开放。',
      'insert||>article13|设置标识。',
      'delete|article9||',
      'replace|article20.paragraph2||逾期不改的，处以罚款。',
    ])
    expect(orders.map(({ clause }) => clause)).toEqual(['art-1', 'art-2', 'art-3', 'art-4'])
  })

  it('a quotation over several lines is one text, its 项 too', () => {
    const orders = read(
      '一、第三条修改为：“下列行为应当登记：\n“（一）‘临时摊位’；\n“（二）其他。\n“前款登记不收费。”\n二、删除第四条、第六条和第八条第一款。',
    )
    expect(orders.map(short)).toEqual([
      'replace|article3||下列行为应当登记：/（一）‘临时摊位’；/（二）其他。/前款登记不收费。',
      'delete|article4||',
      'delete|article6||',
      'delete|article8.paragraph1||',
    ])
  })

  it('one clause may move an article and rewrite a part of it', () => {
    const orders = read(
      '一、将第七条改为第九条，第一款修改为：“甲。”；增加一款，作为第三款：“乙。”\n二、将原第八条改为第十条。',
    )
    expect(orders.map(short)).toEqual([
      'move|article7|>article9|',
      'replace|article9.paragraph1||甲。',
      'insert|article9.paragraph1|>article9.paragraph3|乙。',
      'move|article8|>article10|',
    ])
  })

  it('words are replaced or struck in every place that is named', () => {
    const orders = read(
      '一、将第五条、第六条第二款中的“水务局”修改为“水务部门”。\n二、删去第七条中的“暂时”。\n三、将第十条第一款第（二）项中的“五日”删去。',
    )
    expect(orders.map(short)).toEqual([
      'replaceWords|article5||水务局>水务部门',
      'replaceWords|article6.paragraph2||水务局>水务部门',
      'replaceWords|article7||暂时>',
      'replaceWords|article10.paragraph1.item2||五日>',
    ])
  })

  it('an order behind an article, in a chapter, or of a whole chapter', () => {
    const orders = read(
      '一、在第三条后增加一条，作为第四条：“甲。”\n二、第二章增加一条，作为第十条之一：“乙。”\n三、增加一章，作为第五章：“第五章　监督\n“第三十条　丙。\n“第三十一条　丁。”',
    )
    expect(orders.map(short)).toEqual([
      'insert|article3|>article4|甲。',
      'insert|chapter2|>article10-1|乙。',
      'insert||>chapter5|第五章监督/第三十条丙。/第三十一条丁。',
    ])
  })

  it('what is not understood is named, what orders nothing is not', () => {
    const orders = read(
      '一、对第五章的内容进行修改，并移入总则。\n二、条文顺序作相应调整，重新公布。\n三、本决定自公布之日起施行。',
    )
    expect(orders.map(({ action, clause }) => `${action} ${clause}`)).toEqual(['unread art-1'])
  })

  it('an amendment of a single order without 一、 is read too', () => {
    const text =
      '云溪市河岸使用条例修正案\n为了保护河岸，在第九条中增加一款作为第二款，将该条修改为：\n“第一款。\n“第二款。”'
    expect(readAmendments(parseDraft(text).provisions).map(short)).toEqual([
      'replace|article9||第一款。/第二款。',
    ])
  })

  it('an ordinary statute orders nothing', () => {
    const text = '某条例\n第一条　甲。\n第二条　依照第一条的规定，可以增加一名成员。'
    expect(isAmendingDecision(parseDraft(text).provisions)).toBe(false)
    expect(isAmendingDecision(parseDraft(`${head}一、删去第一条。`).provisions)).toBe(true)
  })
})

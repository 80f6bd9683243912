import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { CalendarDate, Instant } from '#core/time.ts'
import { atomFeed, type Feed } from '../../site/src/feeds/atom.ts'
import { iCalendar, type CalendarEvent } from '../../site/src/feeds/icalendar.ts'

const at = (text: string) => text as Instant
const feed: Feed = {
  origin: 'https://lifa.example',
  path: '/feed.xml',
  pagePath: '/',
  title: '云溪市 开门立法 <&>',
  author: '法制工作委员会',
  languageTag: 'zh-CN',
  madeAt: at('2026-11-01T00:00:00.000Z'),
  happenings: [
    {
      id: 'urn:kaimen:c-1:bulletin:1',
      at: at('2026-12-20T02:00:00.000Z'),
      title: '《某条例》采纳情况通报',
      summary: '收到 3 条',
      path: '/bills/b/bulletin/c-1/',
    },
    {
      id: 'urn:kaimen:c-1:announced',
      at: at('2026-11-02T02:00:00.000Z'),
      title: '《某条例》公开征求意见',
      summary: '𠮷 & 㐱',
      path: '/bills/b/',
    },
  ],
}
/** The elements RFC 4287 §4.1 asks of a feed and of an entry, as a grammar an independent validator checks. */
const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/2005/Atom"
  targetNamespace="http://www.w3.org/2005/Atom" elementFormDefault="qualified">
  <xs:import namespace="http://www.w3.org/XML/1998/namespace"/>
  <xs:complexType name="link"><xs:attribute name="rel"/><xs:attribute name="type"/><xs:attribute name="href" type="xs:anyURI" use="required"/></xs:complexType>
  <xs:complexType name="entry"><xs:sequence><xs:element name="id" type="xs:anyURI"/><xs:element name="title"/>
    <xs:element name="updated" type="xs:dateTime"/><xs:element name="summary"/><xs:element name="link" type="link"/></xs:sequence></xs:complexType>
  <xs:element name="feed"><xs:complexType><xs:sequence><xs:element name="id" type="xs:anyURI"/><xs:element name="title"/>
    <xs:element name="updated" type="xs:dateTime"/><xs:element name="author"><xs:complexType><xs:sequence><xs:element name="name"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="link" type="link" maxOccurs="unbounded"/><xs:element name="entry" type="entry" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:anyAttribute namespace="http://www.w3.org/XML/1998/namespace" processContents="skip"/></xs:complexType></xs:element>
</xs:schema>`

describe('a feed', () => {
  const check = async (of: Feed) =>
    (
      await validateXML({ xml: [{ fileName: 'feed.xml', contents: atomFeed(of) }], schema: [schema] })
    ).errors.map(({ message }) => message)

  test('has every element Atom asks for, also before anything has happened', async () => {
    expect(await check(feed)).toEqual([])
    expect(await check({ ...feed, happenings: [] })).toEqual([])
    expect(await check({ ...feed, madeAt: at('yesterday'), happenings: [] })).not.toEqual([])
  })

  test('is as new as what happened last, and names whole addresses', () => {
    const xml = atomFeed(feed)
    expect(/<updated>([^<]*)/.exec(xml)?.[1]).toBe('2026-12-20T02:00:00.000Z')
    expect(xml).toContain('href="https://lifa.example/bills/b/bulletin/c-1/"')
    expect(xml).toContain('&lt;&amp;&gt;')
  })
})

describe('a calendar', () => {
  const event: CalendarEvent = {
    uid: 'c-1-closes@kaimen',
    summary: '《云溪市滨水公共空间条例（修订草案）》征求意见截止；请早一点，别等到最后一天，𠮷',
    description: '第一行\n第二行',
    url: 'https://lifa.example/bills/b/',
    at: at('2026-12-03T15:59:00.000Z'),
    sequence: 1,
  }
  const text = iCalendar('云溪市', at('2026-11-01T00:00:00.000Z'), [
    event,
    { ...event, uid: 'day', at: { day: '2027-01-05' as CalendarDate } },
  ])
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n')

  test('folds lines at 75 octets without cutting a character', () => {
    const lines = text.split('\r\n')
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(lines.length).toBeGreaterThan(unfolded.length)
    expect(unfolded).toContain(
      'SUMMARY:《云溪市滨水公共空间条例（修订草案）》征求意见截止；请早一点，别等到最后一天，𠮷',
    )
    expect(unfolded).toContain('DESCRIPTION:第一行\\n第二行')
  })

  test('a deadline is a moment that reminds three days before, an expected answer is a day', () => {
    expect(unfolded).toContain('DTSTART:20261203T155900Z')
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20270105')
    expect(unfolded.filter((line) => line === 'TRIGGER:-P3D')).toHaveLength(1)
    expect(unfolded.filter((line) => line.startsWith('BEGIN:'))).toHaveLength(
      unfolded.filter((line) => line.startsWith('END:')).length,
    )
  })
})

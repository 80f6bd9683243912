import { channelNames } from '../names.ts'
import { channels } from '../opinion.ts'
import type { PointRollUp } from './roll-up.ts'
import type { CalendarDate } from '../time.ts'

/** What a report's opening paragraph is written from. */
export interface ReportHeadGround {
  billTitle: string
  contactPointName: string
  counts: PointRollUp
  /** Dates on which something was collected, in any order. */
  collectedOn: readonly CalendarDate[]
  /** Names of the stations where something was collected. */
  stationNames: readonly string[]
  /** Sessions held and everybody who came to them; `undefined` while none is on record. */
  sessions?: { held: number; headcount: number } | undefined
}

/** The opening paragraph of a report 上报 as the system would write it: how, where, how many people and sessions. */
export function reportHead(ground: ReportHeadGround): string {
  const { billTitle, contactPointName, counts, stationNames, sessions } = ground
  const opening = `按照《${billTitle}》公开征求意见的安排，${contactPointName}${spanWords(ground.collectedOn)}组织收集意见。`
  if (counts.received === 0) return `${opening}截至目前没有收到意见。`
  const held = sessions ? `共开展 ${sessions.held} 场次活动，${sessions.headcount} 人次参加。` : ''
  const where =
    stationNames.length > 0 ? `在${stationNames.join('、')}等 ${stationNames.length} 个站点听取意见。` : ''
  return (
    `${opening}${held}${where}共收到意见 ${counts.received} 条，涉及 ${counts.people} 人：${channelWords(counts)}。` +
    '现将意见整理上报如下。'
  )
}

function spanWords(days: readonly CalendarDate[]): string {
  const sorted = [...days].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? `于${dateWords(first)}` : `于${dateWords(first)}至${dateWords(last)}`
}

function channelWords({ byChannel }: PointRollUp): string {
  return channels
    .flatMap((channel) => {
      const received = byChannel.get(channel)?.received ?? 0
      return received > 0 ? [{ channel, received }] : []
    })
    .sort((a, b) => b.received - a.received)
    .map(({ channel, received }) => `${channelNames[channel]} ${received} 条`)
    .join('、')
}

/** 2026年11月3日 */
export function dateWords(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

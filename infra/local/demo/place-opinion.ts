import type { Channel, Proponent } from '#core/opinion.ts'
import { demoContactPoints } from './contact-points.ts'
import type { DemoOpinion } from './demo-type.ts'
import type { Voice } from './read-voices.ts'

/** Which contact point collects in an area. */
const collectedBy: Record<string, string> = {
  西街社区: 'xijie',
  柳湾社区: 'xijie',
  云桥社区: 'xijie',
  河西村: 'hexi',
  塔下村: 'hexi',
  老城区: 'yizhong',
  东渡镇: 'dongdu',
}

const recorders: Record<string, readonly string[]> = {
  xijie: ['陈小满', '周海燕', '许阿姨'],
  hexi: ['吴建国', '方老师'],
  yizhong: ['高二（3）班模拟听证组'],
  dongdu: ['潘志强'],
}

const metInPerson: readonly Channel[] = ['forum', 'visit', 'visit', 'letterbox', 'forum', 'deputy']
const alone: readonly Channel[] = ['web', 'qr', 'web', 'hotline', 'web', 'letter', 'suggestionOffice', 'qr']

/** The moments of a consultation's life that an opinion may have arrived at, in days before seeding. */
export interface Arrival {
  place: number
  receivedDaysAgo: number
  opensDaysAgo: number
  /** Contact points that have the task; the others do not collect. */
  contactPoints: readonly string[]
}

/** A voice with the way it came: collected where it lives, or sent by the person. Depends on `place` alone. */
export function placeOpinion(
  consultationId: string,
  voice: Voice,
  { place, receivedDaysAgo, opensDaysAgo, contactPoints }: Arrival,
  asked: { collected?: boolean; proponent?: Proponent } = {},
): DemoOpinion {
  const { category, area, ...words } = voice
  const point = collectedBy[area]
  const isCollected = asked.collected ?? place % 4 !== 3
  const proponent: Proponent = asked.proponent ?? { kind: 'person', category, area, headcount: 1 }
  const base = { consultationId, ...words, proponent, receivedDaysAgo }
  if (point === undefined || !isCollected || !contactPoints.includes(point)) {
    const { drafted: _, ...said } = base
    return { ...said, channel: alone[place % alone.length] ?? 'web' }
  }
  const stations = demoContactPoints.find(({ id }) => id === point)?.stations ?? []
  const station = stations.find((held) => held.area === area) ?? stations[0]
  const names = recorders[point] ?? []
  const recorderName = names[place % names.length]
  return {
    ...base,
    channel: point === 'yizhong' ? 'survey' : (metInPerson[place % metInPerson.length] ?? 'forum'),
    contactPointId: point,
    ...(station && { stationId: station.id }),
    ...(recorderName && { recorderName }),
    collectedDaysAgo: Math.min(receivedDaysAgo + (place % 3) * 0.6, opensDaysAgo - 0.05),
  }
}

/** Spreads `count` arrivals over a window, later ones closer together as before a deadline; mixed, not in file order. */
export function arrivalTimes(count: number, fromDaysAgo: number, toDaysAgo: number): number[] {
  const stride = [131, 127, 113, 109].find((prime) => count % prime !== 0) ?? 1
  return Array.from({ length: count }, (_, index) => {
    const share = ((index * stride) % count) / count
    const days = fromDaysAgo - (fromDaysAgo - toDaysAgo) * share ** 0.8
    return Math.round(days * 10_000) / 10_000
  })
}

import type { Voice } from './read-voices.ts'

/*
 * At a forum ten people say the same thing in ten ways. These openings and endings make near-identical opinions out
 * of one voice, for the desk to find as 同类意见: the place in the list decides, nothing is random.
 */

const openings = [
  '刚才老李讲的我也同意，',
  '我说两句：',
  '我家情况差不多，',
  '座谈会上没轮到我说，补一条：',
  '',
  '我代我爱人说，她也在河边走路，',
  '同上一位，',
  '我看了草案，',
]
const endings = [
  '',
  '希望重视。',
  '请不要嫌我们啰嗦。',
  '就这一条。',
  '谢谢你们上门来听。',
  '别的我都赞成。',
  '有结果请告诉我一声，我电话13900001234。',
  '我今年七十三了，盼着早点定下来。',
  '',
  '邻居们都是这个意思。',
  '写得到法规里最好，写不进也请说明为什么。',
]
const neighbours: Record<string, readonly string[]> = {
  西街社区: ['西街社区', '云桥社区', '柳湾社区'],
  柳湾社区: ['柳湾社区', '西街社区'],
  云桥社区: ['云桥社区', '柳湾社区', '西街社区'],
  河西村: ['河西村', '塔下村'],
  塔下村: ['塔下村', '河西村'],
  北门街道: ['西街社区', '云桥社区'],
  高新区: ['柳湾社区', '云桥社区'],
}

/** The same concern from another mouth; only some of them propose words or give the reason again. */
export function retell(voice: Voice, place: number): Voice {
  const { proposedText, reason, drafted, area, ...kept } = voice
  const areas = neighbours[area] ?? [area]
  const verbatim = `${openings[place % openings.length]}${voice.verbatim}${endings[place % endings.length]}`
  return {
    ...kept,
    area: areas[place % areas.length] ?? area,
    verbatim,
    ...(proposedText && place % 3 === 0 && { proposedText }),
    ...(reason && place % 4 === 1 && { reason }),
    ...(drafted && place % 5 !== 2 && { drafted }),
  }
}

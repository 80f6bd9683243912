import type { Notice } from '../rules/notices.ts'
import type { SignInTrouble } from '../rules/sign-in-trouble.ts'
import type { Trouble } from '../engine/collector.ts'

/** Why something did not go through: what happened, and what a person does about it. */
const troubles: Record<Trouble, string> = {
  offline: '连不上网。记录都在这台设备上，有网时会自己送，您接着记就行。',
  timeout: '网太慢，等不到回答。一条都没有丢，过一会儿自己再送；换个信号好的地方更快。',
  'captive-portal': '连上的无线网要先登录。打开浏览器登录这个无线网，或改用手机流量，再按“现在送”。',
  'signed-out': '登录过期了。记录都在，重新登录后接着送。',
  'not-permitted': '您的账号现在不能上报。记录加密留在这台设备上，不会删；请告诉联络员或管理员。',
  'too-large': '有一条或一张照片太大，服务器不收。请到“记录”里看是哪一条，改短或换小一点的照片。',
  'too-many-requests': '服务器现在忙，请我们等一等。到时间自己再送，您不用管。',
  'server-error': '服务器出了问题，不是您这边的错。记录都在，过一会儿自己再送。',
  'not-understood': '对方的回答不像是本系统的，先不当作送到了。换个网络再试；老是这样就告诉管理员。',
}

const signIn: Record<SignInTrouble, string> = {
  ...troubles,
  offline: '连不上网。第一次在这台设备上用要连一次网，之后就不用了。',
  'signed-out': '还没有登录。请先按上面的“去登录”，登录好了会回到这里。',
  'not-permitted': '这个账号不是联系点的采集员或联络员。请联系管理员把您加进来。',
  'wrong-pin': '您在这台设备上设过口令，和这次输入的不一样。请输入原来的口令。',
  'weak-pin': '这个口令太好猜。请用至少 6 位，不要连号，也不要全一样。',
}

const notices: Record<Notice, string> = {
  wiped:
    '这台设备上的记录被浏览器或系统清掉过。已经送达的都在服务器上；没送的如果有备份文件，请交联络员导入。请告诉联络员。',
  'unsent-24h': '有记录超过一天没有送出去。请找个有网的地方送，或者存一份备份文件。',
  'clock-wrong': '这台设备的时间不准。送达时会按服务器的时间改正，您也可以到系统设置里校一下。',
  'sender-elsewhere': '另一个窗口正在送，这里不用再按。',
  'update-waiting': '有新版本。您没有在写东西的时候换上，只要一两秒。',
  'not-persisted': '浏览器没有答应一直保留这里的记录。把本页“添加到主屏幕”，或勤存备份文件。',
  'nearly-full': '这台设备快没地方了。先把记录送出去，或清一清别的东西。',
}

export const standingZh = {
  troubles,
  signIn,
  notices,
  waiting: (n: number) => `待送 ${n} 条`,
  waitingOther: (n: number) => `场次、照片待送 ${n} 份`,
  allDelivered: '已全部送达',
  nothingToSend: '没有待送的',
  unknown: '离线，未知',
  unknownHelp: '还没和服务器说上话',
  delivered: (n: number) => `${n} 条`,
  sending: (done: number, of: number) => `正在送 ${done}/${of}`,
  unreachable: '连不上',
  retryAt: (time: string) => `${time} 自己再试`,
  setAside: (n: number) => `放一边 ${n} 条`,
  awaitsYou: (n: number) => `放一边 ${n} 条，等您看`,
  deliveredSoFar: (n: number) => `已送达 ${n} 条`,
  sendNow: '现在送',
  signInAgain: '重新登录',
  label: '送达情况',
  whyLabel: '为什么没有送到',
  applyUpdate: '现在换上',
  understood: '知道了',
  backupNow: '存备份文件',
  oldest: (when: string) => `最早的一条是 ${when} 记的。`,
  clockBy: (amount: string) => `差了约 ${amount}。`,
  minutes: (n: number) => `${n} 分钟`,
  hours: (n: number) => `${n} 小时`,
  days: (n: number) => `${n} 天`,
}

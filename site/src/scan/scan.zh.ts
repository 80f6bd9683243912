import type { CameraTrouble } from './camera-trouble.ts'

const troubles: Record<CameraTrouble, string> = {
  refused: '浏览器没有让用摄像头。可以在地址栏旁边的网站设置里改成“允许”，再试一次；选照片、打字照样行。',
  none: '这台设备上没有找到摄像头。可以选一张拍好的照片，接扫码枪，或者照着打字。',
  busy: '摄像头打不开，多半正被别的程序用着。关掉那个程序再试；选照片、打字照样行。',
  insecure: '这个网址没有用安全连接（https），浏览器不给用摄像头。可以选一张拍好的照片，或者照着打字。',
  failed: '扫码没有打开，请再试一次。选照片、打字照样行。',
}

/** Reading a code by camera or from a photo. */
export const scanZh = {
  open: '用摄像头扫码',
  stop: '关掉摄像头',
  photo: '从照片里读码',
  opening: '正在打开摄像头……',
  hold: '把二维码放到画面里，对准了会自己读出来。',
  heldAlready: '这一张已经录过，请换下一张。',
  several: '画面里有好几个不同的码。靠近一点，只对着要的那一个。',
  reading: '正在读照片……',
  photoNone: '照片里没有读到码。拍近一点、拍正一点再试，或者照着打字。',
  photoSeveral: '照片里有好几个不同的码，不知道是哪一个。请只拍要的那一个。',
  photoBroken: '这个文件不是浏览器能打开的照片，请换一张。',
  notSlip: '看到一个码，但不是回执条上的。',
  notEnrolment: '看到一个码，但不是这里登记设备用的。请对准联络员屏幕上的那个。',
  troubles,
}
export type ScanStrings = typeof scanZh

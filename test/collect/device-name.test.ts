import { expect, test } from 'vitest'
import { deviceName } from '../../site/src/collect/rules/device-name.ts'

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [
    `Mozilla/5.0 (Linux; Android 12; CLT-AL00 Build/HUAWEICLT) ${webKit} Chrome/120.0.0.0 Mobile Safari/537.36`,
    'Android CLT-AL00 · Chrome',
  ],
  [`Mozilla/5.0 (Linux; Android 10; K) ${webKit} Chrome/130.0.0.0 Mobile Safari/537.36`, 'Android · Chrome'],
  [
    `Mozilla/5.0 (Linux; Android 10; HarmonyOS; ELS-AN00; HMSCore 6.1) ${webKit} Chrome/92.0 HuaweiBrowser/12.0 Mobile Safari/537.36`,
    'HarmonyOS ELS-AN00 · Huawei Browser',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.42 Safari/604.1',
    'iPhone · WeChat',
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/120.0 Safari/537.36 Edg/120.0`,
    'Windows · Edge',
  ],
  [`Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0`, 'Linux · Firefox'],
  ['something nobody knows', ''],
])('a device is called by what a person would call it: %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name)
})

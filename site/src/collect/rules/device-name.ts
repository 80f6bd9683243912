const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]
const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger/, 'WeChat'],
  [/HuaweiBrowser/, 'Huawei Browser'],
  [/MiuiBrowser/, 'MIUI Browser'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

/**
 * What a device is called in the contact point's list, so that somebody can tell the lost one from the others:
 * `Android CLT-AL00 · Chrome`. Browsers that keep the model to themselves (`Android 10; K`) leave it out.
 */
export function deviceName(userAgent: string): string {
  const nameOf = (known: typeof systems) => known.find(([mark]) => mark.test(userAgent))?.[1]
  const machine = [nameOf(systems), modelOf(userAgent)].filter(Boolean).join(' ')
  return [machine, nameOf(browsers)].filter(Boolean).join(' · ')
}

/** `(Linux; Android 12; CLT-AL00 Build/…)` → `CLT-AL00`: what stands behind the system, without its build. */
function modelOf(userAgent: string): string | undefined {
  const [, inside = ''] = /\((Linux; Android[^)]*)\)/.exec(userAgent) ?? []
  const [, , ...rest] = inside.split(';').map((part) => part.trim().replace(/ Build\/.*/, ''))
  return rest.find((part) => !['K', 'HarmonyOS'].includes(part))
}

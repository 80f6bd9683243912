/** PINs people choose first, besides the patterns below (published lists of leaked PINs). */
const common = new Set([
  '112233',
  '123321',
  '520520',
  '521521',
  '147258',
  '159357',
  '789456',
  '131420',
  '201314',
])

/** Whether a PIN would be tried among the first: shorter than six, one character, a run up or down, one piece repeated. */
export function isWeakPin(pin: string): boolean {
  if (pin.length < 6 || common.has(pin)) return true
  const steps = new Set(Array.from(pin.slice(1), (char, at) => char.charCodeAt(0) - pin.charCodeAt(at)))
  const [step = 2] = steps
  const isRun = steps.size === 1 && Math.abs(step) <= 1
  return isRun || /^(.{1,3})\1+$/.test(pin)
}

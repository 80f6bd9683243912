/** `2 photos`, `1 photo`. */
export const plural = (n: number, one: string, several = `${one}s`) => `${n} ${n === 1 ? one : several}`

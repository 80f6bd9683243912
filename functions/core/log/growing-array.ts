type NumberArray = Uint8Array | Uint16Array | Uint32Array

/** The same numbers with room for `length` of them, half as many again when it must be made larger. */
export function withRoom<A extends NumberArray>(array: A, length: number): A {
  if (array.length >= length) return array
  const Kind = array.constructor as new (length: number) => A
  const larger = new Kind(Math.max(length, Math.ceil(array.length * 1.5)))
  larger.set(array)
  return larger
}

import { sha256 } from '../sha256.ts'

/** Signature type of Ed25519 in a signed note (C2SP signed-note). */
const ed25519 = 0x01

/** A tree as its checkpoint states it; `root` is the raw hash. */
export interface Checkpoint {
  origin: string
  size: number
  root: Uint8Array
}

/** What is signed: origin, size and root, each on its line (C2SP tlog-checkpoint). */
export function checkpointText(tree: Checkpoint): string {
  return `${tree.origin}\n${tree.size}\n${Buffer.from(tree.root).toString('base64')}\n`
}

/** Names a key in a note: the first four bytes of `SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key)` (C2SP signed-note). */
export function keyHash(name: string, publicKey: Uint8Array): Uint8Array {
  const bytes = Buffer.concat([Buffer.from(`${name}\n`), Uint8Array.of(ed25519), publicKey])
  return sha256(bytes).subarray(0, 4)
}

/** The key as monitors are given it: `name+hash+key`, hash in hex, key with its type in base64. */
export function verifierKey(name: string, publicKey: Uint8Array): string {
  const key = Buffer.concat([Uint8Array.of(ed25519), publicKey]).toString('base64')
  return `${name}+${Buffer.from(keyHash(name, publicKey)).toString('hex')}+${key}`
}

/**
 * The signed note of a tree: its text, a blank line, `— <origin> <base64(key hash ‖ signature)>`.
 * `sign` answers a base64 Ed25519 signature; `publicKey` is the raw key in base64.
 */
export function signCheckpoint(
  tree: Checkpoint,
  keys: { sign(message: Uint8Array): string; publicKey: string },
): string {
  const text = checkpointText(tree)
  const signature = Buffer.from(keys.sign(Buffer.from(text)), 'base64')
  const hash = keyHash(tree.origin, Buffer.from(keys.publicKey, 'base64'))
  return `${text}\n— ${tree.origin} ${Buffer.concat([hash, signature]).toString('base64')}\n`
}

/**
 * Reads a signed note: the tree, the signed text and the signatures, none of them checked yet.
 * `undefined` when it is not a checkpoint.
 */
export function parseCheckpoint(
  note: string,
): (Checkpoint & { text: string; signatures: { name: string; bytes: Uint8Array }[] }) | undefined {
  const [, text, origin, size, root, lines] =
    /^(([^\n]+)\n(0|[1-9]\d*)\n([A-Za-z0-9+/]{43}=)\n)\n((?:— \S+ \S+\n)+)$/.exec(note) ?? []
  if (text === undefined || origin === undefined || root === undefined || lines === undefined)
    return undefined
  const signatures = lines
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, name = '', bytes = ''] = line.split(' ')
      return { name, bytes: Buffer.from(bytes, 'base64') }
    })
  return { origin, size: Number(size), root: Buffer.from(root, 'base64'), text, signatures }
}

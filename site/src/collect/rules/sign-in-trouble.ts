import type { Trouble } from '../engine/collector.ts'

/** Why a person could not start on this device. */
export type SignInTrouble = Trouble | 'wrong-pin' | 'weak-pin'

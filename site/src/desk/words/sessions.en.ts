import type { sessionsZh } from './sessions.zh.ts'

export const sessionsEn: typeof sessionsZh = {
  title: 'Sessions and their sign-in photos',
  none: 'No sessions yet.',
  keeps: (days) =>
    `Photos and recordings are evidence only and never published; they are deleted ${days} ${days === 1 ? 'day' : 'days'} after the answer is published.`,
  ends: (moment) =>
    `Photos and recordings are evidence only and never published; they are deleted on ${moment}.`,
  ended: (moment) => `The time of photos and recordings is over; they are deleted from ${moment} on.`,
  where: 'Session',
  heldOn: 'Date',
  headcount: 'Present',
  people: (n) => `${n} ${n === 1 ? 'person' : 'people'}`,
  proofs: 'Photos, recordings',
  noProof: 'None',
  photo: (n) => `Photo ${n}`,
  recording: (n) => `Recording ${n}`,
  file: (n) => `File ${n}`,
  fileOf: (name, place) => `Download ${name}: ${place}`,
  onDevice: (name) => `${name} (not all of it is here yet)`,
  erased: (name, day) => `${name} (deleted ${day})`,
}

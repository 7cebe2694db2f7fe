import { z } from 'zod'

/** What a member can say, weakest first. The effective voice is the weaker of its two. */
export const SPOKEN = [
  'objects',
  'awaits-instructions',
  'abstains-constructively',
  'abstains',
  'complies-with-reservation',
  'complies-with-statement',
  'complies',
] as const

export const SpokenVoice = z.enum(SPOKEN)
export type SpokenVoice = z.infer<typeof SpokenVoice>

/** Also what a member is without having said it. */
export type Voice = SpokenVoice | 'withdrawn' | 'silent'

/** The weaker of two voices: it is the one that counts. */
export const weaker = (a: SpokenVoice, b: SpokenVoice): SpokenVoice =>
  SPOKEN.indexOf(a) <= SPOKEN.indexOf(b) ? a : b

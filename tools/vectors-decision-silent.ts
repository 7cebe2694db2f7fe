import type { ActId } from '@entente/accord'
import type { Said } from './vectors-case.ts'
import {
  EXPIRY,
  OVER,
  START,
  text,
  voice,
  type Id,
  type StepName,
  type Story,
} from './vectors-decision-world.ts'

/** How a silence is told: what is said before the early trees are cosigned, what after, and the certificate at the end. */

export type Says = (story: Story, on: ActId) => void
export type Silence = {
  readonly kind?: StepName
  readonly by?: Id
  readonly put?: Said
  /** Who acknowledges the text; all three where nothing is said. */
  readonly receipts?: readonly Id[]
  readonly before?: Says
  readonly later?: Says
  /** When the early trees were cosigned, for each where they differ; null where a party has none. */
  readonly seen?: number | Readonly<Partial<Record<Id, number | null>>>
  /** How large the early trees are, where that is not all that was said before. */
  readonly sizes?: Readonly<Partial<Record<Id, number>>>
  /** When the trees of the cut were cosigned. */
  readonly at?: number
}

/** The first early tree of every story. */
export const SOON = START + 60
const EVERYONE: readonly Id[] = ['XA', 'XB', 'XC', 'CO']

export function tellSilence(silence: Silence) {
  const { kind = 'term', by = 'CO', put = {}, receipts = ['XA', 'XB', 'XC'] } = silence
  const { before, later, seen = SOON, sizes = {}, at = OVER } = silence
  return (story: Story): ActId => {
    const on = story.say(by, text(kind, { expiry: EXPIRY, ...put }))
    for (const party of receipts) if (party !== by) story.say(party, { kind: 'receipt', of: on })
    before?.(story, on)
    const early = Object.fromEntries(
      EVERYONE.flatMap((party) => {
        const time = typeof seen === 'number' ? seen : seen[party]
        return time === null
          ? []
          : [[party, [sizes[party] ?? story.sizeOf(party), time ?? SOON] as const]]
      }),
    )
    later?.(story, on)
    story.declare({ result: 'adopted', on, at: [at], early })
    return on
  }
}

/** What a party says, one word after the other. */
export const says =
  (party: Id, ...words: readonly string[]): Says =>
  (story, on) => {
    for (const word of words) if (word !== 'silent') story.say(party, voice(on, word))
  }

export const all =
  (...several: readonly Says[]): Says =>
  (story, on) => {
    for (const one of several) one(story, on)
  }

export const bothSay = (word: string): Says => all(says('XA', word), says('XB', word))

import { defaultVerbs } from '../parties/key-act.ts'
import type { FoundingWithCase } from '../parties/found.ts'

/**
 * Invented nations under codes that ISO 3166-1 leaves to its users. Hawthorn (XH) is missing: it is the
 * responsible State of the exercises.
 */
const NATIONS = [
  ['XA', 'Alder'],
  ['XB', 'Birch'],
  ['XC', 'Cedar'],
  ['XD', 'Dogwood'],
  ['XE', 'Elm'],
  ['XF', 'Fir'],
  ['XG', 'Ginkgo'],
  ['XI', 'Ironwood'],
  ['XJ', 'Juniper'],
  ['XK', 'Kauri'],
  ['XL', 'Larch'],
  ['XM', 'Maple'],
  ['XN', 'Nannyberry'],
  ['XO', 'Oak'],
  ['XP', 'Pine'],
  ['XQ', 'Quince'],
  ['XR', 'Redwood'],
  ['XS', 'Spruce'],
  ['XT', 'Teak'],
  ['XU', 'Ume'],
  ['XV', 'Viburnum'],
  ['XW', 'Willow'],
  ['XX', 'Xylia'],
  ['XY', 'Yew'],
  ['XZ', 'Zelkova'],
  ['QM', 'Mulberry'],
  ['QN', 'Nutmeg'],
] as const

export const FEWEST_NATIONS = 3
export const MOST_NATIONS = NATIONS.length

/** A coalition of so many nations that witness one another; the first one is in the chair. */
export function nations(members: number): FoundingWithCase {
  return {
    slug: `constellation-${members}`,
    coalition: `Coalition of ${members} nations`,
    title: 'Wiper against satellite terminals, VESTA network',
    exercise: true,
    tlp: 'TLP:AMBER+STRICT',
    chair: NATIONS[0][0],
    steps: { position: { rule: 'express-unanimity' } },
    grace: 120,
    notice: 3600,
    cure: 14 * 86_400,
    parties: NATIONS.slice(0, members).map(([id, name], index) => ({
      id,
      name,
      role: 'member' as const,
      // Shares, not facts.
      population: MOST_NATIONS - index,
      authority: {
        id: `${id}-mfa`,
        name: 'Ministry of Foreign Affairs',
        verbs: [
          ...defaultVerbs('member'),
          ...(index === 0 ? ['propose', 'amend', 'charter-amend'] : []),
        ],
      },
      person: { id: 'desk', name: `Desk officer of ${name}` },
    })),
  }
}

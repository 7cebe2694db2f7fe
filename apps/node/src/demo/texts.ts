import type { Text } from '@entente/accord'

/** The exercise's texts. What is published fact in them is sourced in `examples/quiet-modem`. */
export const situation: Text = {
  lang: 'en',
  title: 'Situation: satellite terminals of the VESTA network made unusable',
  clauses: [
    {
      id: '1',
      text: 'On 24 February tens of thousands of satellite terminals of the VESTA network were made inoperable, beyond repair in the field.',
    },
    {
      id: '2',
      text: 'A wiper overwrote the terminals’ flash memory. It reached them through the management segment of the network, by commands that looked like ordinary maintenance.',
    },
    {
      id: '3',
      text: 'Some 5,800 wind turbines in Alder and Birch lost their remote control. Private and commercial subscribers in Cedar lost their connection.',
    },
    {
      id: '4',
      text: 'The effects went beyond the country at which the activity appears to have been aimed.',
    },
  ],
}

/** What an authority tells of a report that it received. */
export type Reported = {
  readonly nation: string
  readonly isMalicious: boolean
  readonly isCrossBorder: boolean
  /** Ids of the indicators that the operator found at home. */
  readonly indicators: readonly string[]
}

/** The situation with what was reported: as many operators, in these nations, who see this. */
export function situationOf(reported: readonly Reported[]): Text {
  const nations = reported.map(({ nation }) => nation).toSorted()
  const count = new Set(reported.flatMap(({ indicators }) => indicators)).size
  const of = (how: keyof Pick<Reported, 'isMalicious' | 'isCrossBorder'>) =>
    reported.filter((one) => one[how]).length
  const text = [
    `${reported.length} operators, in ${nations.join(' and ')}, have given their authorities early warning under NIS2.`,
    `${of('isMalicious')} of them suspect unlawful or malicious acts, ${of('isCrossBorder')} effects across borders.`,
    `In their own systems they found ${count} of the indicators that are evidence here.`,
  ].join(' ')
  return { ...situation, clauses: [...situation.clauses, { id: '5', text }] }
}

/** What the situation is called in the common language; severity and likelihood on named scales. */
export const classification = {
  terms: ['malicious-cyber-activity', 'wiper', 'critical-infrastructure', 'spill-over'],
  severity: { scale: 'nis2-incident', version: '2022', value: 'large-scale-incident' },
  likelihood: { scale: 'icd-203', version: '2015', value: 'very likely' },
  confidence: { scale: 'icd-203-confidence', version: '2015', value: 'moderate' },
}

export const positionV1: Text = {
  lang: 'en',
  title: 'Common position on malicious cyber activity against satellite communication terminals',
  clauses: [
    {
      id: '1',
      text: 'The members of the Coalition condemn the malicious cyber activity of 24 February, which made tens of thousands of satellite terminals unusable and cut the remote control of some 5,800 wind turbines.',
    },
    {
      id: '2',
      text: 'They recall that such activity constitutes a violation of sovereignty.',
    },
    {
      id: '3',
      text: 'They note the attributions that members have made, each on its own authority.',
    },
    {
      id: '4',
      text: 'They call upon those responsible to cease the activity, to preserve the evidence and to make full reparation for the damage caused to terminals and networks.',
    },
    {
      id: '5',
      text: 'They stand ready to take coordinated and lawful measures, each within its own competences and after its own assessment, should the activity continue.',
    },
  ],
}

/** What Birch would have clause 2 say; the chair takes it into version 2. */
export const birchClause2 =
  'They recall that international law applies to the conduct of States in cyberspace, and that no State should knowingly allow its territory to be used for internationally wrongful acts using information and communication technologies.'

export const positionV2: Text = {
  ...positionV1,
  clauses: positionV1.clauses.map((clause) => {
    if (clause.id === '2') return { id: '2', text: birchClause2 }
    if (clause.id === '3')
      return {
        id: '3',
        text: `${clause.text} This text does not itself attribute the activity to any State.`,
      }
    if (clause.id === '5') return { id: '5', text: clause.text.replace('to take', 'to consider') }
    return clause
  }),
}

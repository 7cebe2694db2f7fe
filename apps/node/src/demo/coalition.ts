import type { Founding } from '../parties/found.ts'

/** Invented nations and an invented coordination office; populations are shares, not facts. */
export const quietModem: Founding = {
  slug: 'quiet-modem-26',
  coalition: 'Coalition of Alder, Birch and Cedar',
  exercise: true,
  tlp: 'TLP:AMBER+STRICT',
  chair: 'CO',
  steps: {
    situation: { rule: 'express-unanimity' },
    attribution: { rule: 'each-its-own' },
    position: { rule: 'express-unanimity' },
  },
  // Seconds. A text that ends by an objection alone gives the objector this long to come back.
  grace: 120,
  notice: 3600,
  cure: 14 * 86_400,
  period: 180 * 86_400,
  goals: [
    {
      id: 'positions',
      title: 'A common position stands within a month of its situation',
      dueOn: '2027-06-30',
      count: 'days-witnessed',
    },
    {
      id: 'contacts',
      title: 'Every nation has an officer on call at any hour',
      dueOn: '2027-03-31',
    },
  ],
  parties: [
    {
      id: 'XA',
      name: 'Alder',
      role: 'member',
      population: 40,
      authority: { id: 'XA-mfa', name: 'Ministry of Foreign Affairs' },
      person: { id: 'desk', name: 'Desk officer of Alder' },
    },
    {
      id: 'XB',
      name: 'Birch',
      role: 'member',
      population: 35,
      authority: { id: 'XB-mfa', name: 'Ministry of Foreign Affairs' },
      person: { id: 'desk', name: 'Desk officer of Birch' },
    },
    {
      id: 'XC',
      name: 'Cedar',
      role: 'member',
      population: 25,
      authority: { id: 'XC-mfa', name: 'Ministry of Foreign Affairs' },
      person: { id: 'desk', name: 'Desk officer of Cedar' },
      colleagues: [
        { id: 'drafter', name: 'Drafter of Cedar', role: 'drafter' },
        { id: 'adviser', name: 'Legal adviser of Cedar', role: 'legal-adviser' },
      ],
    },
    {
      id: 'CO',
      name: 'Coordination Office',
      role: 'organisation',
      authority: { id: 'CO-office', name: 'Office of the Chair' },
      person: { id: 'chair', name: 'Chair of the coalition' },
    },
  ],
}

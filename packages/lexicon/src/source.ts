import type { TermSource } from './term.ts'

/** One of the ten conclusions of the conference on the legal side of cyber defence, October 2023. */
export const conclusion = (...numbers: readonly number[]): TermSource => ({
  instrument: 'Ten conclusions, conference on the legal side of cyber defence, October 2023',
  provision:
    numbers.length === 1 ? `conclusion ${numbers[0]}` : `conclusions ${numbers.join(', ')}`,
  verification: 'summary-seen',
})

export const teu = (provision: string): TermSource => ({
  instrument: 'Treaty on European Union',
  provision,
  verification: 'text-seen',
})

export const c2sp = (specification: string): TermSource => ({
  instrument: 'C2SP',
  provision: specification,
  verification: 'text-seen',
})

export const rfc = (number: number): TermSource => ({
  instrument: `RFC ${number}`,
  verification: 'text-seen',
})

export const stix = (section: string): TermSource => ({
  instrument: 'STIX 2.1',
  provision: section,
  verification: 'text-seen',
})

/** TLP 2.0, read in the MISP taxonomy `tlp`, which restates it. */
export const tlp2: TermSource = {
  instrument: 'Traffic Light Protocol 2.0 (FIRST)',
  provision: 'MISP/misp-taxonomies, tlp/machinetag.json, version 10',
  verification: 'summary-seen',
}

export const generalKnowledge = (instrument: string): TermSource => ({
  instrument,
  verification: 'general-knowledge',
})

import type { TermSource, Verification } from './term.ts'

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

/** NIS2, read in English; its Spanish wording only in part. */
export const nis2 = (provision: string): TermSource => ({
  instrument: 'Directive (EU) 2022/2555',
  provision,
  verification: 'text-seen',
})

/** The articles on State responsibility of 2001. */
export const arsiwa = (
  provision: string,
  verification: Verification = 'text-seen',
): TermSource => ({
  instrument: 'Articles on Responsibility of States for Internationally Wrongful Acts',
  provision,
  verification,
})

export const unCharter = (provision: string): TermSource => ({
  instrument: 'Charter of the United Nations',
  provision,
  verification: 'summary-seen',
})

export const tallinn2 = (provision: string): TermSource => ({
  instrument: 'Tallinn Manual 2.0',
  provision,
  verification: 'summary-seen',
})

/** RSIT as its working copy of 13 May 2026 has it. */
export const rsit = (provision: string): TermSource => ({
  instrument: 'Reference Security Incident Taxonomy, version 1003',
  provision,
  verification: 'text-seen',
})

export const attack = (provision: string): TermSource => ({
  instrument: 'MITRE ATT&CK 18.1',
  provision,
  verification: 'text-seen',
})

/** ICD 203, technical amendments included; read in copies that quote the paragraph. */
export const icd203 = (provision: string): TermSource => ({
  instrument: 'Intelligence Community Directive 203, Analytic Standards (2015)',
  provision,
  verification: 'text-seen',
})

export const eu2019796 = (provision: string): TermSource => ({
  instrument: 'Regulation (EU) 2019/796',
  provision,
  verification: 'summary-seen',
})

export const stixObject = (name: string): TermSource => ({
  instrument: 'STIX 2.1',
  provision: `the object ${name}`,
  verification: 'summary-seen',
})

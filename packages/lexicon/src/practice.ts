import { forEnterprises } from './practice/for-enterprises.ts'
import { forEverybody } from './practice/for-everybody.ts'
import type { InLanguages, TermSource } from './term.ts'

/** Who can do it: a person for themselves, a small or medium-sized enterprise, an organisation. */
export type Doer = 'individual' | 'sme' | 'organisation'

/** Where practices were found. The words are our own: nothing is quoted, and no publisher mapped them. */
const SOURCES = {
  'ENISA-CERT-EU-2022': read(
    'ENISA and CERT-EU, Boosting your Organisation’s Cyber Resilience',
    '14 February 2022',
  ),
  'ENISA-12': read(
    'ENISA, Cybersecurity guide for SMEs: 12 steps to securing your business',
    '28 June 2021',
  ),
  'NCSC-SBG': read('UK NCSC, Small Business Guide'),
  CE: read('UK Cyber Essentials, requirements for IT infrastructure', 'five technical controls'),
  'CISA-SOW': read('CISA, Secure Our World', 'four actions'),
  SAFEONWEB: read('Centre for Cybersecurity Belgium, Safeonweb'),
  'INCIBE-017': read('INCIBE, Tu Ayuda en Ciberseguridad 017', 'as reported in 2025'),
  NMR: read('No More Ransom, Europol guides', 'as listed in enisaeu/CNW, guidance/ransomware.md'),
  CNW: read('EU CSIRTs Network, guidance', 'enisaeu/CNW, heightened.md and ransomware.md'),
  'GAL-PREV': read('MISP galaxy preventive-measure', 'version 5'),
  'NIS2-21': read('Directive (EU) 2022/2555', 'Article 21(2)'),
} satisfies Readonly<Record<string, TermSource>>

/** What anybody can do against a threat, in plain words that an advisory may take. */
export type Practice = {
  readonly id: string
  /** What to do, as one request. */
  readonly title: InLanguages
  /** How, in full sentences. */
  readonly how: InLanguages
  readonly doers: readonly Doer[]
  readonly sources: readonly (keyof typeof SOURCES)[]
  /** Against which incidents it helps: RSIT 1003 (our judgement). */
  readonly rsit: readonly string[]
  /** Against which techniques: ids of ATT&CK that one of its mitigations is linked to. */
  readonly attack: readonly string[]
}

export const PRACTICES: readonly Practice[] = [...forEverybody, ...forEnterprises]

/** Where a practice was found, as a page cites it. */
export const sourcesOf = ({ sources }: Practice): readonly TermSource[] =>
  sources.map((id) => SOURCES[id])

function read(instrument: string, provision?: string): TermSource {
  return {
    instrument,
    ...(provision === undefined ? {} : { provision }),
    verification: 'summary-seen',
  }
}

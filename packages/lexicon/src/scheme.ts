import type { Mapping, SchemeId } from './term.ts'

/** Another vocabulary of the field, in the version that the mappings were made against. */
type Scheme = {
  readonly title: string
  readonly version: string
  /** The address of a value where the publisher gives values addresses; else that of the document. */
  readonly address: (notation: string) => string
}

/** Which vocabularies terms are mapped to. STIX and RSIT give their values no addresses of their own. */
export const SCHEMES: Readonly<Record<SchemeId, Scheme>> = {
  rsit: {
    title: 'Reference Security Incident Taxonomy (ENISA, TF-CSIRT)',
    version: '1003',
    address: (notation) =>
      `https://github.com/enisaeu/Reference-Security-Incident-Taxonomy-Task-Force#${notation}`,
  },
  stix: {
    title: 'STIX 2.1 (OASIS): object types and open vocabularies',
    version: '2.1',
    address: (notation) =>
      `https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#${notation}`,
  },
  attack: {
    title: 'MITRE ATT&CK, enterprise',
    version: '18.1',
    address: (notation) => `https://attack.mitre.org/techniques/${notation.replace('.', '/')}`,
  },
  nis2: {
    title: 'Directive (EU) 2022/2555 (NIS2)',
    version: '2022-12-14',
    address: (notation) => `https://eur-lex.europa.eu/eli/dir/2022/2555/oj#${notation}`,
  },
  cer: {
    title: 'Directive (EU) 2022/2557 (resilience of critical entities)',
    version: '2022-12-14',
    address: (notation) => `https://eur-lex.europa.eu/eli/dir/2022/2557/oj#${notation}`,
  },
  'eu-2019-796': {
    title: 'Regulation (EU) 2019/796 (restrictive measures against cyber-attacks)',
    version: '2024-09-13',
    address: (notation) => `https://eur-lex.europa.eu/eli/reg/2019/796/oj#${notation}`,
  },
}

/** Where a mapping leads. */
export const addressOf = ({ scheme, notation }: Mapping): string =>
  SCHEMES[scheme].address(encodeURIComponent(notation))

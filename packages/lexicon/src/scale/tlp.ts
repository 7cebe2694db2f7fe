import type { Degree, Scale } from '../scale.ts'
import { tlp2 as source } from '../source.ts'

const degree = (value: string, es: string, en: string): Degree => ({ value, label: { en, es } })

/** Order from the widest audience to the narrowest. */
export const tlp2: Scale = {
  id: 'tlp',
  version: '2.0',
  title: { en: 'Traffic Light Protocol 2.0', es: 'Traffic Light Protocol 2.0' },
  measures: 'audience',
  source,
  ordered: true,
  degrees: [
    degree('TLP:CLEAR', 'cualquiera', 'anyone'),
    degree('TLP:GREEN', 'la comunidad', 'the community'),
    degree('TLP:AMBER', 'la organización y sus clientes', 'the organisation and its clients'),
    degree('TLP:AMBER+STRICT', 'solo la organización', 'the organisation only'),
    degree('TLP:RED', 'solo los destinatarios nombrados', 'the named recipients only'),
  ],
}

const lifted = (value: string, now: string, to: Degree): Degree => ({
  value,
  label: to.label,
  becomes: { scale: 'tlp', version: '2.0', value: now },
})

/** The old labels, kept so that what is marked with them can be read. WHITE is now CLEAR. */
export const tlp1: Scale = {
  id: 'tlp',
  version: '1.0',
  title: { en: 'Traffic Light Protocol 1.0', es: 'Traffic Light Protocol 1.0' },
  measures: 'audience',
  source: {
    instrument: 'Traffic Light Protocol 1.0 (FIRST)',
    provision: 'MISP/misp-taxonomies, tlp/machinetag.json, version 10',
    verification: 'summary-seen',
  },
  ordered: true,
  degrees: [
    lifted('TLP:WHITE', 'TLP:CLEAR', tlp2.degrees[0]!),
    lifted('TLP:GREEN', 'TLP:GREEN', tlp2.degrees[1]!),
    lifted('TLP:AMBER', 'TLP:AMBER', tlp2.degrees[2]!),
    lifted('TLP:RED', 'TLP:RED', tlp2.degrees[4]!),
  ],
}

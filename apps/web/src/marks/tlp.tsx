import type { Charter } from '@entente/accord'

const CLASS: Readonly<Record<Charter['tlp'], string>> = {
  'TLP:RED': 'tlp red',
  'TLP:AMBER+STRICT': 'tlp amber',
  'TLP:AMBER': 'tlp amber',
  'TLP:GREEN': 'tlp green',
  'TLP:CLEAR': 'tlp',
}

/** TLP 2.0: always the word, on black in both themes. */
export const Tlp = ({ tlp }: { tlp: Charter['tlp'] }) => <span className={CLASS[tlp]}>{tlp}</span>

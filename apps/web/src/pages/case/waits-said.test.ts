import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import type { ActId, PartyId } from '@entente/accord'
import type { ActWaiting } from '../../../../node/src/api.ts'
import { en } from '../../i18n/en/index.ts'
import { es } from '../../i18n/es/index.ts'
import { waitSaid } from './waits-said.ts'

const NAMES: Record<string, string> = { XA: 'Alder', XB: 'Birch', CO: 'Office' }
const [XA, XB, CO] = ['XA', 'XB', 'CO'] as PartyId[]
const of = `sha256:0123${'0'.repeat(56)}abcd` as ActId
const quorum = (more: number): ActWaiting => ({
  for: 'quorum',
  more,
  from: [{ name: 'xa.example/witness', party: XA! }, { name: 'elsewhere.example/witness' }],
})

test.each<[ActWaiting, string, string]>([
  [
    quorum(2),
    'Waits for 2 more cosignatures; these witnesses gave none: Alder and elsewhere.example/witness. Until then it is in no cut.',
    'Espera 2 cofirmas más; estos testigos no dieron ninguna: Alder y elsewhere.example/witness. Hasta entonces no está en ningún corte.',
  ],
  [
    quorum(1),
    'Waits for one more cosignature; these witnesses gave none: Alder and elsewhere.example/witness. Until then it is in no cut.',
    'Espera una cofirma más; estos testigos no dieron ninguna: Alder y elsewhere.example/witness. Hasta entonces no está en ningún corte.',
  ],
  [
    { for: 'act', of, from: [CO!, XB!] },
    'Waits for act 0123…abcd, which is not in the cut here: awaited from Office and Birch. Until then it says nothing.',
    'Espera el acto 0123…abcd, que no está aquí en el corte: se espera de Office y Birch. Hasta entonces no dice nada.',
  ],
  [
    { for: 'strand', from: XB!, size: 3 },
    'Waits for the acts of Birch up to the 3rd, which are not in the cut here. Until then it says nothing.',
    'Espera los actos de Birch hasta el número 3, que no están aquí en el corte. Hasta entonces no dice nada.',
  ],
])('an act that waits says for what, and who owes it: %j', (waiting, english, spanish) => {
  const say = (locale: string, messages: Record<string, string>) =>
    waitSaid(createIntl({ locale, messages }), waiting, (id) => NAMES[id]!)
  expect(say('en-GB', en)).toBe(english)
  expect(say('es-ES', es)).toBe(spanish)
})

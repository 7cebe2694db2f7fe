import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'react-intl'
import { expect, it } from 'vitest'
import type { Act, PartyId } from '@entente/accord'
import { at, charterOf, comply, judge, propose } from '../../../../../packages/accord/test/case.ts'
import { en } from '../../i18n/en/index.ts'
import { es } from '../../i18n/es/index.ts'
import { CaseContext } from './case-context.ts'
import type { CaseFile } from './case-file.ts'
import { Unheard, Unnamed, WouldBeUnheard } from './unheard.tsx'

const V = at('CO', 0)
const version = judge(
  charterOf({ steps: { position: { rule: 'participants-only' } } }),
  { CO: [propose('position', 'position', { names: ['XA'] })], XB: [comply(V)], XC: [comply(V)] },
  V,
)
const said = (party: string) => ({ ...comply(V).act, party }) as unknown as Act
const fileOf = (...parties: readonly string[]) =>
  ({
    nameOf: (id: string) => `of ${id}`,
    view: {
      charter: { parties: [{ id: 'XB', name: 'of XB' }] },
      acts: parties.map((party) => ({ party, act: said(party) })),
      state: { steps: [{ id: 'position', kind: 'position', versions: [version] }] },
    },
  }) as unknown as CaseFile

function drawn<P extends object>(
  [locale, messages]: readonly [string, Record<string, string>],
  file: CaseFile,
  component: FunctionComponent<P>,
  props: P,
) {
  const inCase = createElement(CaseContext, { value: file }, createElement<P>(component, props))
  return renderToStaticMarkup(createElement(IntlProvider, { locale, messages }, inCase))
}

it.each([
  ['en', en, 'who take part: of XB.', 'who take part: of XB and of XC.'],
  ['es', es, 'quienes participan: of XB.', 'quienes participan: of XB y of XC.'],
] as const)('the gate says in %s whose voice counts for nothing', (locale, messages, one, two) => {
  const inLang = [locale, messages] as const
  expect(drawn(inLang, fileOf('XA', 'XB', 'XB'), Unheard, { version })).toContain(one)
  expect(drawn(inLang, fileOf('XB', 'XC'), Unheard, { version })).toContain(two)
  expect(drawn(inLang, fileOf('XA'), Unheard, { version })).toBe('')
})

it.each([
  ['en', en, 'of XB is not among them: what you sign is on record and counts for nothing.'],
  ['es', es, 'of XB no está entre ellos: lo que usted firme consta y no cuenta para nada.'],
] as const)('whoever is about to sign reads it in %s before', (locale, messages, before) => {
  const inLang = [locale, messages] as const
  expect(
    drawn(inLang, fileOf(), WouldBeUnheard, { act: said('XB'), view: fileOf().view }),
  ).toContain(before)
  expect(drawn(inLang, fileOf(), WouldBeUnheard, { act: said('XA'), view: fileOf().view })).toBe('')
})

it.each([
  ['en', en, 'not named', 'spoke; counts for nothing'],
  ['es', es, 'no nombrada', 'se pronunció; no cuenta para nada'],
] as const)('the table of voices says in %s who is not named', (locale, messages, no, spoke) => {
  const told = (party: string) =>
    drawn([locale, messages], fileOf('XB'), Unnamed, { version, party: party as PartyId })
  expect(told('XB')).toContain(spoke)
  expect(told('XC')).toContain(no)
})

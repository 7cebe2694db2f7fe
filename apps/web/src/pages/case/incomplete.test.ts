import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'react-intl'
import { expect, it } from 'vitest'
import { at, charterOf, comply, judge, propose } from '../../../../../packages/accord/test/case.ts'
import { en } from '../../i18n/en/index.ts'
import { es } from '../../i18n/es/index.ts'
import { CaseContext } from './case-context.ts'
import type { CaseFile } from './case-file.ts'
import { Incomplete } from './incomplete.tsx'

const V = at('CO', 0)
const by = (rule: 'qualified-majority' | 'express-unanimity') =>
  judge(
    charterOf({ minimum: 3, blocking: 1, steps: { position: { rule } } }),
    { CO: [propose('position', 'position', { expiry: 100 })], XA: [comply(V)] },
    V,
  )
const drawn = (version: ReturnType<typeof by>, locale: string, messages: Record<string, string>) =>
  renderToStaticMarkup(
    createElement(
      IntlProvider,
      { locale, messages },
      createElement(
        CaseContext,
        { value: { nameOf: (id: string) => `of ${id}` } as CaseFile },
        createElement(Incomplete, { version }),
      ),
    ),
  )

it.each([
  ['en', en, 'Compliance incomplete: of XB and of XC have not spoken on it.'],
  ['es', es, 'Cumplimiento incompleto: no se han pronunciado of XB y of XC.'],
] as const)('a gate that is shut says in %s who has not spoken', (locale, messages, said) => {
  expect(by('qualified-majority').gate.open).toBe(false)
  expect(drawn(by('qualified-majority'), locale, messages)).toContain(said)
  // Under unanimity each of them is a reason of the gate by itself.
  expect(drawn(by('express-unanimity'), locale, messages)).toBe('')
})

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { FormattedMessage, IntlProvider } from 'react-intl'
import { expect, test } from 'vitest'
import { Fragment, jsx, jsxs, Said } from './jsx-runtime.ts'

const messages = { unseen: '{character}, not seen', says: '{name} says: {text}' }
const page = (children: ReactNode) =>
  renderToStaticMarkup(
    jsx(IntlProvider, { locale: 'en', messages, textComponent: Said, onError, children }),
  )
function onError(error: Error) {
  throw error
}
const mark = (character: string) =>
  `<span class="unseen" role="img" aria-label="${character}, not seen">‹${character}›</span>`
const TURNED = 'We do \u202eton\u202c agree'
const SHOWN = `We do ${mark('U+202E')}ton${mark('U+202C')} agree`

test.each<[string, ReactNode, string]>([
  ['alone in an element', jsx('p', { children: TURNED }), `<p>${SHOWN}</p>`],
  ['beside others', jsxs('p', { children: ['“', TURNED, '”'] }), `<p>“${SHOWN}”</p>`],
  ['in a component', jsx(Fragment, { children: TURNED }), SHOWN],
  [
    'in a message',
    jsx(FormattedMessage, {
      id: 'says',
      values: { name: 'a\u200bb', text: jsx('q', { children: TURNED }) },
    }),
    `a${mark('U+200B')}b says: <q>${SHOWN}</q>`,
  ],
  [
    'that is an attribute',
    jsx('section', { 'aria-label': '\u2066a', title: 'b\u2069' }),
    '<section aria-label="‹U+2066›a" title="b‹U+2069›"></section>',
  ],
  ['that is a choice', jsx('option', { children: '\u202ea' }), '<option>‹U+202E›a</option>'],
])('a text %s shows what acts unseen in it', (_, element, shown) => {
  expect(page(element)).toBe(shown)
})

test('a field keeps each character of what will be signed', () => {
  expect(page(jsx('textarea', { value: TURNED, readOnly: true }))).toBe(
    `<textarea readOnly="">${TURNED}</textarea>`,
  )
})

test('a text in Hebrew or Arabic begins on its own side where it has an element to itself', () => {
  expect(page(jsx('p', { children: 'אנו מסכימים' }))).toBe('<p dir="auto">אנו מסכימים</p>')
  expect(page(jsx('input', { value: 'نوافق', readOnly: true }))).toContain('dir="auto"')
  expect(page(jsxs('p', { children: ['1. ', 'نوافق'] }))).not.toContain('dir')
})

test('what has nothing unseen is made as it was given', () => {
  const children = ['a', jsx('b', { children: 'b' }, 'b'), 3]
  const props = { className: 'c', children }
  expect((jsxs('p', props) as { readonly props: unknown }).props).toBe(props)
})

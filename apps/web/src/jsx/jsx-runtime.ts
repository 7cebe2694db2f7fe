import { atUnseen, shownUnseen, withUnseen } from '@entente/lexicon'
import { type Attributes, type ElementType, type ReactNode } from 'react'
import * as react from 'react/jsx-runtime'
import { useIntl } from 'react-intl'

export { Fragment, type JSX } from 'react/jsx-runtime'

// What every element of the page is made by (`jsxImportSource`), since any text may come from another node: a character
// that acts unseen is shown as what it is, wherever a text is read. Fields keep the characters that will be signed.

type Props = { readonly children?: ReactNode; readonly [name: string]: unknown }

/** Texts that are attributes, or in elements that hold nothing but text. */
const READ = ['aria-label', 'title', 'alt', 'placeholder'] as const
const TEXT_ONLY: ReadonlySet<unknown> = new Set(['option', 'title', 'textarea', 'style'])
const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u

export const jsx = (type: ElementType, props: Props, key?: Attributes['key']) =>
  react.jsx(type, readable(type, props), key as string)
export const jsxs = (type: ElementType, props: Props, key?: Attributes['key']) =>
  react.jsxs(type, readable(type, props), key as string)

/** The text of messages, which their library puts into the page by itself. */
export const Said = ({ children }: { readonly children?: ReactNode }) =>
  react.jsxs(react.Fragment, { children: shown(children) })

function readable(type: ElementType, props: Props): Props {
  const { children } = props
  const seen = TEXT_ONLY.has(type)
    ? type !== 'textarea' && typeof children === 'string'
      ? withUnseen(children)
      : children
    : shown(children)
  const changed: Record<string, unknown> = seen === children ? {} : { children: seen }
  if (typeof type !== 'string') return seen === children ? props : { ...props, ...changed }
  for (const name of READ) {
    const text = props[name]
    if (typeof text === 'string' && withUnseen(text) !== text) changed[name] = withUnseen(text)
  }
  // A text that has an element to itself begins on its own side.
  const own = props['value'] ?? children
  if (props['dir'] === undefined && typeof own === 'string' && RIGHT_TO_LEFT.test(own))
    changed['dir'] = 'auto'
  return Object.keys(changed).length === 0 ? props : { ...props, ...changed }
}

/** The same children, unless a text among them has an unseen character. */
function shown(children: ReactNode, key?: string): ReactNode {
  if (typeof children === 'string') {
    const parts = atUnseen(children)
    return parts.length === 1
      ? children
      : react.jsxs(react.Fragment, { children: marked(parts) }, key)
  }
  if (!Array.isArray(children)) return children
  const all = (children as readonly ReactNode[]).map((one, at) => shown(one, `unseen ${at}`))
  return all.every((one, at) => one === children[at]) ? children : all
}

const marked = (parts: readonly string[]): readonly ReactNode[] =>
  parts.map((part, at) => (at % 2 === 0 ? part : react.jsx(Unseen, { character: part }, `${at}`)))

function Unseen({ character }: { readonly character: string }) {
  const intl = useIntl()
  const text = shownUnseen(character)
  const name = intl.formatMessage({ id: 'unseen' }, { character: text.slice(1, -1) })
  return react.jsx('span', { className: 'unseen', role: 'img', 'aria-label': name, children: text })
}

import { AUDIENCES } from '../../api/publications.ts'
import { LOCALES } from '../../i18n/locale.ts'
import { FIELDS, type Written } from './written.ts'

/**
 * What a person writes and has neither published nor put down as a draft: it outlives a reload, in this
 * browser only, under the name of that person. A browser that keeps nothing lets the page work all the same.
 */
const keyOf = (file: string, person: string) => `entente-advisory-${person}-${file}`

export function keptOf(file: string, person: string): Written | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(file, person)) ?? 'null')
    return isWritten(kept) ? kept : undefined
  } catch {
    // Something else wrote under this key, or there is no storage: nothing was kept.
    return undefined
  }
}

export function keep(file: string, person: string, written: Written): void {
  try {
    localStorage.setItem(keyOf(file, person), JSON.stringify(written))
  } catch {
    // No room or no storage: what is written is in this window only.
  }
}

export const letGo = (file: string, person: string): void =>
  localStorage.removeItem(keyOf(file, person))

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function isWritten(kept: unknown): kept is Written {
  if (!isObject(kept) || !isObject(kept['words']) || !Array.isArray(kept['langs'])) return false
  const { audience, langs, words, with: other } = kept
  return (
    AUDIENCES.some((one) => one === audience) &&
    langs.every((lang) => LOCALES.some((one) => one === lang)) &&
    typeof other === 'string' &&
    LOCALES.every((lang) => {
      const said = words[lang]
      return isObject(said) && FIELDS.every((field) => typeof said[field] === 'string')
    })
  )
}

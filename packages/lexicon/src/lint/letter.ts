/**
 * Every code unit of a text belongs to one class. The first 37 are the letters of forms: a to z, 0 to
 * 9 and ñ, whatever their case, accent or width; ñ is a letter of its own in Spanish.
 */
export const LETTERS = 37
/** A letter or digit that no form contains: it belongs to a word and ends any match. */
export const FOREIGN = 40
/** Marks and invisible characters. A text could hide a word from its reader’s linter with them. */
export const SKIPPED = 41
/** May stand between two words of a phrase: spaces, hyphens, quotation marks, colons, plus signs. */
export const SOFT = 42
/** Never stands inside a phrase: commas, brackets and all the rest. */
export const HARD = 43
export const LINE = 44
/** May end a sentence. */
export const STOP = 45
const UNKNOWN = 255

const N = 13
export const N_WITH_TILDE = 36
const COMBINING_TILDE = 0x303

/** Filled as characters are met: most texts use a few hundred of the 65,536. */
const CLASSES = new Uint8Array(65_536).fill(UNKNOWN)

export function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  const known = CLASSES[unit]!
  return known === UNKNOWN ? (CLASSES[unit] = classify(unit)) : known
}

/** Whether a letter is an ñ written as n and a combining tilde. */
export const isSplitTilde = (letter: number, text: string, index: number): boolean =>
  letter === N && text.charCodeAt(index + 1) === COMBINING_TILDE

/** How a form is spelled in letters, with one gap (-1) between its words. */
export function spell(form: string): number[] {
  const letters: number[] = []
  for (let index = 0; index < form.length; index++) {
    const at = classAt(form, index)
    if (at < LETTERS) letters.push(isSplitTilde(at, form, index) ? N_WITH_TILDE : at)
    else if (at === SOFT && letters.length > 0 && letters.at(-1) !== -1) letters.push(-1)
    else if (at !== SOFT && at !== SKIPPED)
      throw new TypeError(`expected a form of letters and spaces, got ${form}`)
  }
  if (letters.length === 0 || letters.at(-1) === -1)
    throw new TypeError(`expected a form that ends in a letter, got ${form}`)
  return letters
}

function classify(unit: number): number {
  const char = String.fromCharCode(unit)
  if (/[\n\r\u2028\u2029]/.test(char)) return LINE
  if (/[.!?…]/.test(char)) return STOP
  if (/[\p{M}\p{Cf}]/u.test(char)) return SKIPPED
  if (/[\p{L}\p{N}]/u.test(char)) return letterOf(char)
  return /[\p{Z}\t\p{Pd}\p{Pc}\p{Pi}\p{Pf}'"`*:+/]/u.test(char) ? SOFT : HARD
}

function letterOf(char: string): number {
  if (char === 'ñ' || char === 'Ñ') return N_WITH_TILDE
  const base = char.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '')
  if (/^[a-z]$/.test(base)) return base.charCodeAt(0) - 97
  return /^[0-9]$/.test(base) ? 26 + Number(base) : FOREIGN
}

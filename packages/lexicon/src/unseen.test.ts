import { expect, test } from 'vitest'
import { withUnseen } from './unseen.ts'

test.each([
  [
    'an override that turns a text around',
    'We do \u202eton\u202c agree',
    'We do ‹U+202E›ton‹U+202C› agree',
  ],
  ['isolates', '\u2066a\u2069\u2067b\u2068', '‹U+2066›a‹U+2069›‹U+2067›b‹U+2068›'],
  ['marks of direction', '\u200ea\u200f\u061c', '‹U+200E›a‹U+200F›‹U+061C›'],
  ['what has no width', 'a\u200bb\u2060c\ufeffd\u00ade', 'a‹U+200B›b‹U+2060›c‹U+FEFF›d‹U+00AD›e'],
  [
    'a joiner that joins nothing',
    'pay\u200dpal \u0645\u200c\u200c\u0645',
    'pay‹U+200D›pal \u0645‹U+200C›‹U+200C›\u0645',
  ],
  [
    'controls, not those of a text',
    'a\u0000\u001b[2J\u0085\tb\r\nc',
    'a‹U+0000›‹U+001B›[2J‹U+0085›\tb\r\nc',
  ],
  [
    'letters that are blank, separators, tags',
    '\u3164\u2028\u{e0041}\ufff9',
    '‹U+3164›‹U+2028›‹U+E0041›‹U+FFF9›',
  ],
  ['a variant of no picture', 'a\ufe0f', 'a‹U+FE0F›'],
])('%s are shown by their code points', (_, text, shown) => {
  expect(withUnseen(text)).toBe(shown)
})

test.each([
  ['Arabic', 'نوافق على النص'],
  ['Hebrew', 'אנו מסכימים לנוסח'],
  ['Persian with a joiner that is written', 'می\u200cخواهیم'],
  ['Hindi with a joiner that is written', 'क्\u200dष'],
  ['Spanish', 'Señaló: «sí», 50 % más'],
  ['pictures of several parts', '👩🏽\u200d💻 ❤\ufe0f'],
])('a text in %s is shown as it is', (_, text) => {
  expect(withUnseen(text)).toBe(text)
})

import type { Said } from './vectors-case.ts'
import { FORMS_OF_KEYS } from './vectors-form-keys.ts'
import { FORMS_OF_MEASURES } from './vectors-form-measures.ts'
import { FORMS_OF_RECORDS } from './vectors-form-records.ts'
import { FORMS_OF_TEXTS } from './vectors-form-texts.ts'
import {
  bads,
  closed,
  ids,
  optional,
  party,
  required,
  SHA,
  time,
  type Rule,
} from './vectors-form-rules.ts'

/** Acts of good form, each with changes of one field and whether the form is still that of an act. */

const FRAME = { v: 1, charter: SHA, party: 'XA', claimedAt: '2026-11-24T14:05:00Z', prev: SHA }

/** What every act says. */
const EVERY: Rule = [
  ...closed(''),
  ...required('v', 'charter', 'party', 'claimedAt', 'kind'),
  ...optional('prev'),
]
/** The bounds of that, once for all kinds. */
const BOUNDS: Rule = [
  ...bads('v', 2, 0, '1', true),
  ...bads('kind', 'Join', '', 1),
  ...ids('charter', 'prev'),
  ...party('party'),
  ...time('claimedAt'),
]

const FORMS = {
  ...FORMS_OF_KEYS,
  ...FORMS_OF_RECORDS,
  ...FORMS_OF_TEXTS,
  ...FORMS_OF_MEASURES,
}

/** Per kind: acts of good form, what becomes of them under each change, a line each. */
export function formVectors(): ReadonlyMap<string, string> {
  const files = Object.entries(FORMS).map(([kind, all]) => {
    const forms = all.map(({ act: said, examples }, at) => {
      const more = kind === 'join' ? [...EVERY, ...BOUNDS] : at === 0 ? EVERY : []
      const act: Said = { ...FRAME, kind, ...said }
      const lines = [...more, ...examples].map((one) => JSON.stringify(one))
      return `{"act":${JSON.stringify(act)},"examples":[\n${lines.join(',\n')}\n]}`
    })
    return [kind, `{"kind":${JSON.stringify(kind)},"forms":[\n${forms.join(',\n')}\n]}\n`] as const
  })
  return new Map(files)
}

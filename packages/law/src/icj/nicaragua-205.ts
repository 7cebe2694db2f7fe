import { asRestated, leavesItOpen, readsItNarrowly } from '../effect.ts'
import { missingFrom } from '../fact.ts'
import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { icj } from './icj.ts'

const coercion: Dispute = {
  id: 'coercion',
  about: { en: 'What is coercion?', es: '¿Qué es coacción?' },
  issue: 'coercion',
  sides: [
    {
      says: {
        en: 'taking away control over the matter is coercion too',
        es: 'privar del control del asunto también es coacción',
      },
      authorities: [],
      readings: ['also-loss-of-control'],
    },
    {
      says: {
        en: 'the State’s will must be bent, with that intent',
        es: 'ha de doblegarse la voluntad del Estado, con esa intención',
      },
      authorities: ['ICJ, Nicaragua, 1986, para. 205, as classically read'],
      readings: ['high-threshold'],
    },
  ],
}

export const intervention = rule({
  id: 'nicaragua-205',
  source: icj({
    id: 'nicaragua-205',
    since: '1986-06-27',
    provision: 'Military and Paramilitary Activities, Merits, 1986, paras 202-205',
    citation: {
      en: 'ICJ, Nicaragua, 1986, paras 202-205',
      es: 'CIJ, Nicaragua, 1986, párrs. 202-205',
    },
    restatement: {
      en: 'No State may intervene by coercion in matters which another may decide freely: its political, economic, social and cultural system and its foreign policy.',
      es: 'Ningún Estado puede intervenir mediante coacción en asuntos que otro puede decidir libremente: su sistema político, económico, social y cultural y su política exterior.',
    },
    url: 'https://www.icj-cij.org/case/70',
    seenAt: 'secondary summaries; paragraph numbers from general knowledge',
    verification: 'summary-seen',
  }),
  authorities: [
    'Tallinn Manual 2.0, rule 66',
    'Council doc. 15833/24, annex',
    'Schondorf, 97 International Law Studies 395 (2020), IV',
  ],
  question: {
    en: 'Did it coerce the State affected in a matter that it may decide freely?',
    es: '¿Coaccionó al Estado afectado en un asunto que puede decidir libremente?',
  },
  facts: ['domain', 'coercion', 'intent'],
  disputes: [coercion],
  // Relied upon by whoever invokes it: a silent view leaves it open.
  view: {
    issue: 'prohibited-intervention',
    dispute: coercion,
    effects: {
      accepted: asRestated,
      'high-threshold': readsItNarrowly,
      silent: leavesItOpen,
      unknown: leavesItOpen,
    },
  },
  test: ({ domain, coercion: pressed, intent }) => {
    if (domain === 'none')
      return notSatisfied('no such matter was touched', 'no se tocó ningún asunto de esa clase')
    if (pressed === 'persuades' || pressed === 'none')
      return notSatisfied('nobody was coerced', 'no hubo coacción')
    if (domain === undefined) return unknown(...missingFrom({ domain, coercion: pressed }))
    if (pressed === undefined) return unknown('coercion')
    if (pressed === 'forces-choice')
      return satisfied('a choice was forced', 'se forzó una decisión')
    if (pressed === 'deprives-of-control' && intent === undefined) return unknown('intent')
    return pressed === 'deprives-of-control' && intent !== 'no'
      ? satisfied(
          'control over the matter was taken away, with intent',
          'se privó del control del asunto, con intención',
        )
      : disputed(
          coercion,
          'control was taken away without intent, or there was pressure only',
          'se privó del control sin intención, o solo hubo presión',
        )
  },
})

import { asRestated, leavesItOpen } from '../effect.ts'
import { missingFrom } from '../fact.ts'
import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'
import { excuseOf } from './excuse.ts'

const plea: Dispute = {
  id: 'necessity',
  about: {
    en: 'Is necessity a ground for acting in cyberspace, and how strict is it?',
    es: '¿Es el estado de necesidad un fundamento para actuar en el ciberespacio, y cuán estricto es?',
  },
  issue: 'necessity',
  sides: [
    {
      says: {
        en: 'it is, under its strict conditions',
        es: 'lo es, con sus estrictas condiciones',
      },
      authorities: ['Tallinn Manual 2.0, rule 26'],
      readings: ['accepted'],
    },
    {
      says: { en: 'it invites abuse', es: 'se presta al abuso' },
      authorities: ['Schaller, 95 Texas Law Review 7'],
    },
  ],
}

export const necessity = rule({
  id: 'arsiwa-25',
  source: arsiwa(
    '25',
    {
      en: 'Necessity may be invoked only if the act is the only way to safeguard an essential interest against a grave and imminent peril, does not seriously impair an essential interest of others, the obligation in question does not exclude it, and the State has not contributed to the situation. It needs no attribution, and can bear on third States.',
      es: 'El estado de necesidad solo puede invocarse si el hecho es el único modo de salvaguardar un interés esencial contra un peligro grave e inminente, no afecta gravemente a un interés esencial de otros, la obligación de que se trate no lo excluye y el Estado no ha contribuido a la situación. No exige atribución, y puede afectar a terceros Estados.',
    },
    'text-seen',
    'Cyber Law Toolkit, Plea of necessity (2024)',
  ),
  authorities: ['ICJ, Gabčíkovo-Nagymaros, 1997, paras 51-52', 'Tallinn Manual 2.0, rule 26'],
  question: {
    en: 'Is this the only way out of a grave and imminent peril to an essential interest?',
    es: '¿Es este el único modo de evitar un peligro grave e inminente para un interés esencial?',
  },
  facts: ['peril', 'onlyWay', 'impairsOthers', 'necessityExcluded', 'ownContribution'],
  disputes: [plea],
  // Relied upon by whoever invokes it: a silent view leaves it open.
  view: {
    issue: 'necessity',
    dispute: plea,
    effects: {
      accepted: asRestated,
      addressed: leavesItOpen,
      silent: leavesItOpen,
      unknown: leavesItOpen,
    },
  },
  test: ({ peril, onlyWay, impairsOthers, necessityExcluded, ownContribution }) => {
    if (peril === 'none') return notSatisfied('there is no such peril', 'no hay tal peligro')
    if (onlyWay === false)
      return notSatisfied('there are other ways', 'hay otros modos', {
        en: 'take one of the other ways',
        es: 'recurrir a uno de los otros modos',
      })
    if (impairsOthers === true)
      return notSatisfied('it would seriously impair others', 'afectaría gravemente a otros', {
        en: 'choose an act that impairs no essential interest of others',
        es: 'elegir un acto que no afecte a un interés esencial de otros',
      })
    if (necessityExcluded === true)
      return notSatisfied('the obligation excludes the plea', 'la obligación excluye invocarlo')
    if (ownContribution === 'substantial')
      return notSatisfied(
        'this nation contributed to the situation',
        'esta nación contribuyó a la situación',
      )
    const missing = missingFrom({
      peril,
      onlyWay,
      impairsOthers,
      necessityExcluded,
      ownContribution,
    })
    if (missing.length > 0) return unknown(...missing)
    return peril === 'grave' || ownContribution === 'some'
      ? disputed(
          plea,
          'imminence is not shown, or this nation contributed somewhat',
          'la inminencia no está demostrada, o esta nación contribuyó algo',
        )
      : satisfied('all conditions of the plea are recorded', 'constan todas las condiciones')
  },
})

/** The same plea in the mouth of the State held responsible; very rarely available. */
export const theirNecessity = excuseOf({
  excuse: 'necessity',
  article: '25',
  name: { en: 'necessity', es: 'el estado de necesidad' },
  restatement: {
    en: 'Necessity excuses the State held responsible under the same strict conditions, and very rarely.',
    es: 'El estado de necesidad excusa al Estado considerado responsable con las mismas estrictas condiciones, y muy rara vez.',
  },
  authorities: ['ICJ, Gabčíkovo-Nagymaros, 1997, paras 51-57'],
})

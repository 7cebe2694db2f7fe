import { asRestated, leavesItOpen } from '../effect.ts'
import { missingFrom } from '../fact.ts'
import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { tallinn } from './tallinn.ts'

const attackAndObject: Dispute = {
  id: 'data-and-functionality',
  about: {
    en: 'Is loss of functionality an attack, and are data an object, in humanitarian law?',
    es: '¿Es un ataque la pérdida de funcionalidad, y son los datos un bien, en el derecho humanitario?',
  },
  issue: 'data-as-object',
  sides: [
    {
      says: { en: 'yes, or in part', es: 'sí, o en parte' },
      authorities: ['others, whom the rules base (B-10) does not name'],
    },
    {
      says: { en: 'data are no object', es: 'los datos no son un bien' },
      authorities: ['Schondorf, 97 International Law Studies 395 (2020), III'],
      readings: ['no-object'],
    },
  ],
}

const applies: Dispute = {
  id: 'ihl-applies',
  about: {
    en: 'Does humanitarian law apply to cyber operations in an armed conflict?',
    es: '¿Se aplica el derecho humanitario a las operaciones cibernéticas en un conflicto armado?',
  },
  issue: 'ihl-applies',
  sides: [
    {
      says: { en: 'it does', es: 'se aplica' },
      authorities: ['Council doc. 15833/24', 'Tallinn Manual 2.0, part IV'],
      readings: ['applies'],
    },
    {
      says: { en: 'that is contested', es: 'se discute' },
      authorities: [],
      readings: ['contested'],
    },
  ],
}

export const humanitarianLaw = rule({
  id: 'tallinn-part-iv',
  source: tallinn({
    id: 'tallinn-part-iv',
    provision: 'Part IV',
    citation: { en: 'Tallinn Manual 2.0, part IV', es: 'Manual de Tallin 2.0, parte IV' },
    restatement: {
      en: 'In an armed conflict, international or not, an operation connected with it keeps to distinction, proportionality and precautions and spares what is medical and humanitarian. Belligerent reprisals are no countermeasures.',
      es: 'En un conflicto armado, internacional o no, la operación relacionada con él respeta la distinción, la proporcionalidad y las precauciones, y lo sanitario y humanitario. Las represalias bélicas no son contramedidas.',
    },
    verification: 'summary-seen',
    seenAt: 'secondary summaries; Council doc. 15833/24',
  }),
  authorities: ['Council doc. 15833/24'],
  question: {
    en: 'Did it breach humanitarian law in an armed conflict?',
    es: '¿Infringió el derecho humanitario en un conflicto armado?',
  },
  arises: ({ armedConflict }) => armedConflict !== undefined && armedConflict !== 'none',
  facts: ['armedConflict', 'conflictNexus', 'humanitarianRule', 'conflictEffect'],
  disputes: [attackAndObject],
  // Relied upon by whoever invokes it: a silent view leaves it open.
  view: {
    issue: 'ihl-applies',
    dispute: applies,
    effects: {
      applies: asRestated,
      contested: leavesItOpen,
      silent: leavesItOpen,
      unknown: leavesItOpen,
    },
  },
  test: ({ armedConflict, conflictNexus, humanitarianRule, conflictEffect }) => {
    if (armedConflict === 'none' || conflictNexus === false)
      return notSatisfied(
        'there is no armed conflict with which it is connected',
        'no hay conflicto armado con el que guarde relación',
      )
    if (humanitarianRule === 'none')
      return notSatisfied('no such rule was broken', 'no se infringió ninguna norma de esas')
    const missing = missingFrom({
      armedConflict,
      conflictNexus,
      humanitarianRule,
      conflictEffect,
    })
    if (missing.length > 0) return unknown(...missing)
    return conflictEffect === 'damage'
      ? satisfied('a rule of humanitarian law was broken', 'se infringió una norma humanitaria')
      : disputed(
          attackAndObject,
          'it rests on lost functionality or on data',
          'se basa en la pérdida de funcionalidad o en datos',
        )
  },
})

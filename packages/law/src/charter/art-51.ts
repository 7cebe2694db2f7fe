import { asRestated, leavesItOpen } from '../effect.ts'
import { missingFrom } from '../fact.ts'
import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { allOf, isRaised, rule } from '../rule.ts'
import { collectiveDefence } from '../icj/nicaragua-193.ts'
import { withoutDamage } from './art-02-4.ts'
import { charter } from './charter.ts'

const article51 = charter({
  id: 'charter-51',
  provision: 'Article 51',
  citation: { en: 'UN Charter, Article 51', es: 'Carta de las Naciones Unidas, Artículo 51' },
  restatement: {
    en: 'Nothing impairs self-defence if an armed attack occurs, one of the gravest forms of force by scale and effects; it has to be necessary, proportionate and immediate, and is reported to the Security Council.',
    es: 'Nada menoscaba la legítima defensa en caso de ataque armado, una de las formas más graves de fuerza por su escala y sus efectos; ha de ser necesaria, proporcionada e inmediata, y se informa al Consejo de Seguridad.',
  },
  verification: 'summary-seen',
  seenAt: 'secondary summaries',
})

const gap: Dispute = {
  id: 'armed-attack-threshold',
  about: {
    en: 'Is every use of force an armed attack, and do lesser events add up to one?',
    es: '¿Es todo uso de la fuerza un ataque armado, y se suman hechos menores hasta serlo?',
  },
  issue: 'armed-attack',
  sides: [
    {
      says: { en: 'only the gravest forms are', es: 'solo lo son las formas más graves' },
      authorities: ['ICJ, Nicaragua, 1986, para. 191'],
      readings: ['gravest-alone'],
    },
    {
      says: {
        en: 'lesser ones that add up to it are one too',
        es: 'lo son también los menores que se suman hasta serlo',
      },
      authorities: [],
      readings: ['also-added-up'],
    },
    {
      says: { en: 'every use of force is one', es: 'lo es todo uso de la fuerza' },
      authorities: [],
      readings: ['every-use-of-force'],
    },
  ],
}

const armedAttack = rule({
  id: 'charter-51-attack',
  source: article51,
  authorities: ['ICJ, Nicaragua, 1986, para. 191', 'Tallinn Manual 2.0, rule 71'],
  question: { en: 'Was it an armed attack?', es: '¿Fue un ataque armado?' },
  facts: ['scaleOfForce', 'gravity'],
  disputes: [gap, withoutDamage],
  test: ({ scaleOfForce, gravity }) => {
    if (scaleOfForce === 'minor' || scaleOfForce === 'none')
      return notSatisfied('there was no use of force', 'no hubo uso de la fuerza')
    const missing = missingFrom({ scaleOfForce, gravity })
    if (missing.length > 0) return unknown(...missing)
    const physical = scaleOfForce === 'injury-or-death' || scaleOfForce === 'significant-damage'
    if (!physical)
      return disputed(withoutDamage, 'its effects are not physical', 'sus efectos no son físicos')
    return gravity === 'most-grave'
      ? satisfied('it is among the gravest forms of force', 'está entre las formas más graves')
      : disputed(
          gap,
          'it is less grave, or grave only when added up',
          'es menos grave, o grave solo si se suma',
        )
  },
})

const whenAndWho: Dispute = {
  id: 'self-defence',
  about: {
    en: 'Is there self-defence against an imminent attack, and against others than States?',
    es: '¿Cabe la legítima defensa ante un ataque inminente, y frente a quien no es un Estado?',
  },
  issue: 'self-defence',
  sides: [
    {
      says: { en: 'there is', es: 'cabe' },
      authorities: ['Tallinn Manual 2.0, rules 71-75'],
      readings: ['accepted-incl-nsa', 'accepted-preemptive'],
    },
    {
      says: { en: 'that is contested', es: 'se discute' },
      authorities: [],
      readings: ['contested'],
    },
  ],
}

const defence = rule({
  id: 'charter-51-defence',
  source: article51,
  authorities: [
    'Tallinn Manual 2.0, rules 71-75',
    'Schondorf, 97 International Law Studies 395 (2020), II',
  ],
  question: {
    en: 'Is the answer necessary, proportionate, immediate and reported?',
    es: '¿Es la respuesta necesaria, proporcionada, inmediata y comunicada?',
  },
  facts: ['attackStage', 'attackAuthor', 'defenceReasons', 'councilReport', 'councilReportedOn'],
  disputes: [whenAndWho],
  // Relied upon by whoever invokes it: a silent view leaves it open.
  view: {
    issue: 'self-defence',
    dispute: whenAndWho,
    effects: {
      accepted: asRestated,
      'accepted-incl-nsa': asRestated,
      'accepted-preemptive': asRestated,
      open: leavesItOpen,
      contested: leavesItOpen,
      silent: leavesItOpen,
      unknown: leavesItOpen,
    },
  },
  test: ({ attackStage, attackAuthor, defenceReasons, councilReport, councilReportedOn }) => {
    if (attackStage === 'past') return notSatisfied('the attack is past', 'el ataque ha pasado')
    if (defenceReasons === false)
      return notSatisfied('its reasons are not on record', 'no constan sus motivos', {
        en: 'record why it is necessary, proportionate and immediate',
        es: 'registrar por qué es necesaria, proporcionada e inmediata',
      })
    if (councilReport === false)
      return notSatisfied('there is no report to the Council', 'no hay informe al Consejo', {
        en: 'draft the report to the Security Council',
        es: 'redactar el informe al Consejo de Seguridad',
      })
    const missing = missingFrom({
      attackStage,
      attackAuthor,
      defenceReasons,
      councilReport,
      councilReportedOn,
    })
    if (missing.length > 0) return unknown(...missing)
    return attackStage === 'ongoing' && attackAuthor === 'state'
      ? satisfied('an attack of a State that has occurred', 'un ataque de un Estado ya producido')
      : disputed(
          whenAndWho,
          'the attack is imminent, or its author is no State',
          'el ataque es inminente, o su autor no es un Estado',
        )
  },
})

/** A different title from a countermeasure; recorded here and referred to those who decide on it. */
export const selfDefence = allOf({
  id: 'charter-51',
  source: article51,
  question: {
    en: 'Are the conditions of self-defence on record?',
    es: '¿Constan las condiciones de la legítima defensa?',
  },
  arises: isRaised('gravity', 'attackStage', 'attackAuthor', 'victimDeclared', 'helpRequested'),
  parts: [armedAttack, defence, collectiveDefence],
})

/** Seen from the side of countermeasures: help in another’s defence is not one of them. */
export const apartFromDefence = rule({
  id: 'charter-51-apart',
  source: charter({
    id: 'charter-51-apart',
    provision: 'Article 51',
    citation: { en: 'UN Charter, Article 51', es: 'Carta de las Naciones Unidas, Artículo 51' },
    restatement: {
      en: 'Collective self-defence is a title of its own: it needs an armed attack, the victim’s declaration that it is attacked, and its request. It is never mixed with countermeasures.',
      es: 'La legítima defensa colectiva es un título propio: exige un ataque armado, la declaración de la víctima de que es atacada, y su petición. Nunca se mezcla con las contramedidas.',
    },
    verification: 'general-knowledge',
    seenAt: 'general knowledge',
  }),
  authorities: ['ICJ, Nicaragua, 1986, paras 193-199'],
  question: {
    en: 'Is the measure kept apart from self-defence?',
    es: '¿Se mantiene la medida separada de la legítima defensa?',
  },
  arises: isRaised('otherTitle'),
  facts: ['otherTitle'],
  test: ({ otherTitle }) => {
    if (otherTitle === undefined) return unknown('otherTitle')
    return otherTitle === 'none'
      ? satisfied('it rests on one title', 'se basa en un solo título')
      : notSatisfied('it mixes two titles', 'mezcla dos títulos', {
          en: 'refer self-defence to those who decide on it',
          es: 'remitir la legítima defensa a quien decide sobre ella',
        })
  },
})

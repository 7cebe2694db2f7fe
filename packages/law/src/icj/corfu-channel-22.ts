import { asRestated, deniesIt, leavesItOpen } from '../effect.ts'
import { missingFrom } from '../fact.ts'
import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { icj } from './icj.ts'

const bindingOrVoluntary: Dispute = {
  id: 'due-diligence',
  about: {
    en: 'Does due diligence bind States in cyberspace?',
    es: '¿Obliga la diligencia debida a los Estados en el ciberespacio?',
  },
  issue: 'due-diligence',
  sides: [
    {
      says: { en: 'it is a binding obligation', es: 'es una obligación vinculante' },
      authorities: ['Tallinn Manual 2.0, rules 6 and 7'],
      readings: ['binding'],
    },
    {
      says: {
        en: 'it is a voluntary norm of responsible behaviour',
        es: 'es una norma voluntaria de comportamiento responsable',
      },
      authorities: ['Kenny, ICLQ 2023'],
      readings: ['voluntary'],
    },
  ],
}

const shouldHaveKnown: Dispute = {
  id: 'due-diligence-knowledge',
  about: {
    en: 'Is it enough that the State should have known, and must it prevent?',
    es: '¿Basta que el Estado debiera saberlo, y tiene que prevenir?',
  },
  sides: [
    {
      says: {
        en: 'it is enough, and nothing need be prevented in general',
        es: 'basta, y no hay que prevenir en general',
      },
      authorities: ['Cyber Law Toolkit, Due diligence, elements 1-5'],
    },
    {
      says: {
        en: 'it must in fact have known; or it must prevent as well',
        es: 'tiene que haberlo sabido de hecho; o tiene además que prevenir',
      },
      authorities: ['not settled (rules base, B-07)'],
    },
  ],
}

const someSteps: Dispute = {
  id: 'due-diligence-steps',
  about: {
    en: 'Are some measures enough, where more were feasible?',
    es: '¿Bastan algunas medidas cuando eran viables más?',
  },
  sides: [
    {
      says: {
        en: 'the duty is one of conduct, within capacity',
        es: 'el deber es de comportamiento, según la capacidad',
      },
      authorities: ['Cyber Law Toolkit, Due diligence, elements 1-5'],
    },
    {
      says: { en: 'all feasible measures are owed', es: 'se deben todas las medidas viables' },
      authorities: ['Tallinn Manual 2.0, rule 7'],
    },
  ],
}

export const dueDiligence = rule({
  id: 'corfu-channel-22',
  source: icj({
    id: 'corfu-channel-22',
    since: '1949-04-09',
    provision: 'Corfu Channel, Merits, 1949, p. 22',
    citation: { en: 'ICJ, Corfu Channel, 1949, p. 22', es: 'CIJ, Canal de Corfú, 1949, p. 22' },
    restatement: {
      en: 'A State must not allow its territory or infrastructure to be used for acts contrary to the rights of others, with serious adverse consequences, of which it knows or should know. It is a duty of conduct, within its capacity; in answer to its breach, what counts is the failure to act, not the attack.',
      es: 'Un Estado no debe permitir que su territorio o su infraestructura se usen para actos contrarios a los derechos de otros, con consecuencias adversas graves, que conoce o debería conocer. Es un deber de comportamiento, según su capacidad; ante su violación cuenta la omisión, no el ataque.',
    },
    url: 'https://www.icj-cij.org/case/1',
    seenAt: 'quoted in Cyber Law Toolkit, Due diligence (oldid 3191)',
    verification: 'text-seen',
  }),
  authorities: [
    'Tallinn Manual 2.0, rules 6-7, pp. 30-51',
    'Spacil 2023, pp. 101-102',
    'Council doc. 15833/24, due diligence',
    'Jensen & Watts, 95 Texas Law Review 7 (on what speaks for it and against it)',
  ],
  question: {
    en: 'Did the State, which knew or should have known, let its territory be used to serious harm, and fail to act though it could?',
    es: '¿Permitió el Estado, que lo sabía o debía saberlo, que su territorio se usara con perjuicio grave, y no actuó aunque podía?',
  },
  facts: ['fromTerritory', 'knowledge', 'seriousConsequences', 'capacity', 'stepsTaken'],
  disputes: [shouldHaveKnown, someSteps],
  // Relied upon by whoever invokes it: a silent view leaves it open.
  view: {
    issue: 'due-diligence',
    dispute: bindingOrVoluntary,
    effects: {
      binding: asRestated,
      voluntary: deniesIt,
      addressed: leavesItOpen,
      silent: leavesItOpen,
      unknown: leavesItOpen,
    },
  },
  test: ({ fromTerritory, knowledge, seriousConsequences, capacity, stepsTaken }) => {
    if (fromTerritory === false)
      return notSatisfied('it did not come from its territory', 'no provino de su territorio')
    if (knowledge === 'none')
      return notSatisfied('the State did not know', 'el Estado no lo sabía', {
        en: 'notify the State of what comes from its territory',
        es: 'notificar al Estado lo que proviene de su territorio',
      })
    if (seriousConsequences === false)
      return notSatisfied(
        'no serious harm to rights of others',
        'sin perjuicio grave a derechos ajenos',
      )
    if (capacity === 'no')
      return notSatisfied('the State could not act', 'el Estado no podía actuar')
    if (stepsTaken === 'effective')
      return notSatisfied('the State acted effectively', 'el Estado actuó con eficacia')
    const missing = missingFrom({
      fromTerritory,
      knowledge,
      seriousConsequences,
      capacity,
      stepsTaken,
    })
    if (missing.length > 0) return unknown(...missing)
    return stepsTaken === 'some'
      ? disputed(
          someSteps,
          'the State took some measures only',
          'el Estado tomó solo algunas medidas',
        )
      : satisfied(
          'the State knew or should have known, could act, and did not',
          'el Estado lo sabía o debía saberlo, podía actuar y no actuó',
        )
  },
})

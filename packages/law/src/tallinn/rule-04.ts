import { asRestated, deniesIt, leavesItOpen } from '../effect.ts'
import { missingFrom } from '../fact.ts'
import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { type Overlay, rule } from '../rule.ts'
import { tallinn } from './tallinn.ts'

const ruleFour = tallinn({
  id: 'tallinn-4',
  provision: 'Rule 4',
  citation: { en: 'Tallinn Manual 2.0, rule 4, p. 17', es: 'Manual de Tallin 2.0, regla 4, p. 17' },
  restatement: {
    en: 'A State must not conduct cyber operations that violate the sovereignty of another: by infringing its territorial integrity, or by interfering with or usurping its inherently governmental functions, even without physical effect. Its integrity is infringed by physical damage or injury, by a loss of functionality that needs repair or replacement or by another infringement, and by agents who act physically on its territory without its consent.',
    es: 'Un Estado no debe realizar operaciones cibernéticas que violen la soberanía de otro: infringiendo su integridad territorial, o interfiriendo en sus funciones inherentemente gubernamentales o usurpándolas, incluso sin efectos físicos. Infringen su integridad los daños físicos o lesiones, la pérdida de funcionalidad que exija reparación o sustitución u otra infracción, y los agentes que actúan físicamente en su territorio sin su consentimiento.',
  },
  url: 'https://cyberlaw.ccdcoe.org/wiki/Sovereignty',
  seenAt: 'Cyber Law Toolkit, Sovereignty, definition; Council doc. 15833/24, annex',
  verification: 'text-seen',
})

const ruleOrPrinciple: Dispute = {
  id: 'sovereignty',
  about: {
    en: 'Is sovereignty a rule that can itself be breached?',
    es: '¿Es la soberanía una norma que pueda violarse por sí misma?',
  },
  issue: 'sovereignty',
  sides: [
    {
      says: { en: 'it is a rule of its own', es: 'es una norma propia' },
      authorities: ['Tallinn Manual 2.0, rule 4', 'Council doc. 15833/24, annex'],
      readings: ['rule', 'rule-implied'],
    },
    {
      says: {
        en: 'it is a principle behind other rules, wholly or in part',
        es: 'es un principio tras otras normas, del todo o en parte',
      },
      authorities: [],
      readings: ['principle', 'principle-partly'],
    },
  ],
}

const threshold: Dispute = {
  id: 'sovereignty-threshold',
  about: {
    en: 'Which effects on territory are grave enough?',
    es: '¿Qué efectos en el territorio son lo bastante graves?',
  },
  issue: 'sovereignty-threshold',
  sides: [
    {
      says: {
        en: 'damage, or a loss of functionality that needs repair or replacement',
        es: 'daño, o pérdida de funcionalidad que exija reparación o sustitución',
      },
      authorities: ['Tallinn Manual 2.0, rule 4'],
      readings: ['damage'],
    },
    {
      says: {
        en: 'effects above a minimum, and not every intrusion',
        es: 'efectos por encima de un mínimo, y no toda intrusión',
      },
      authorities: [],
      readings: ['above-a-minimum'],
    },
    {
      says: {
        en: 'also lesser effects, or intrusion alone',
        es: 'también efectos menores, o la sola intrusión',
      },
      authorities: [],
      readings: ['also-below'],
    },
  ],
}

/** Whoever invokes the rule relies on it: a silent view leaves it open. */
const view: Overlay = {
  issue: 'sovereignty',
  dispute: ruleOrPrinciple,
  effects: {
    rule: asRestated,
    'rule-implied': asRestated,
    principle: deniesIt,
    'principle-partly': leavesItOpen,
    'no-position': leavesItOpen,
    accepted: leavesItOpen,
    silent: leavesItOpen,
    unknown: leavesItOpen,
  },
}

export const territory = rule({
  id: 'tallinn-4-territory',
  source: ruleFour,
  authorities: [
    'Island of Palmas award, 1928, 2 RIAA 838',
    'Cyber Law Toolkit, scenario 03, checklist',
  ],
  question: {
    en: 'Did it infringe the territorial integrity of the State affected?',
    es: '¿Infringió la integridad territorial del Estado afectado?',
  },
  facts: ['effect', 'agentsOnTerritory'],
  disputes: [threshold],
  view,
  test: ({ effect, agentsOnTerritory }) => {
    if (agentsOnTerritory === true)
      return satisfied(
        'agents acted on that territory without consent',
        'hubo agentes en ese territorio sin consentimiento',
      )
    if (effect === undefined) return unknown(...missingFrom({ effect, agentsOnTerritory }))
    switch (effect) {
      case 'injury-or-death':
      case 'physical-damage':
      case 'permanent-loss':
        return satisfied(
          'there was damage, or functionality was lost until repair',
          'hubo daños, o se perdió funcionalidad hasta su reparación',
        )
      case 'temporary-loss':
      case 'data-altered':
      case 'data-taken':
      case 'access-only':
        return disputed(
          threshold,
          'the effects stay below damage and lasting loss of functionality',
          'los efectos no llegan a daño ni a pérdida duradera de funcionalidad',
        )
      case 'none':
        return agentsOnTerritory === undefined
          ? unknown('agentsOnTerritory')
          : notSatisfied('there was no effect on its territory', 'no hubo efectos en su territorio')
    }
  },
})

const functions: Dispute = {
  id: 'governmental-functions',
  about: {
    en: 'Which functions are inherently governmental?',
    es: '¿Qué funciones son inherentemente gubernamentales?',
  },
  sides: [
    {
      says: {
        en: 'elections, taxes, diplomacy, the delivery of social services, law enforcement',
        es: 'elecciones, tributos, diplomacia, prestación de servicios sociales, aplicación de la ley',
      },
      authorities: ['Cyber Law Toolkit, Sovereignty, definition'],
    },
    {
      says: {
        en: 'also services that private bodies provide as well, such as health',
        es: 'también servicios que prestan asimismo particulares, como los sanitarios',
      },
      authorities: ['the list is not settled: Cyber Law Toolkit, Sovereignty'],
    },
  ],
}

export const governmentalFunctions = rule({
  id: 'tallinn-4-functions',
  source: ruleFour,
  authorities: ['Council doc. 15833/24, annex'],
  question: {
    en: 'Did it interfere with, or usurp, inherently governmental functions?',
    es: '¿Interfirió en funciones inherentemente gubernamentales o las usurpó?',
  },
  facts: ['functionAffected', 'interference'],
  disputes: [functions],
  view,
  test: ({ functionAffected, interference }) => {
    if (functionAffected === undefined) return unknown('functionAffected')
    if (functionAffected === 'none')
      return notSatisfied(
        'no inherently governmental function was affected',
        'no resultó afectada ninguna función inherentemente gubernamental',
      )
    if (interference === undefined) return unknown('interference')
    if (interference === 'none')
      return notSatisfied('the function was not interfered with', 'no se interfirió en la función')
    switch (functionAffected) {
      case 'health-or-social':
        return disputed(
          functions,
          'health services, and what private bodies provide as well, are not governmental everywhere',
          'los servicios sanitarios, y lo que prestan asimismo particulares, no son gubernamentales en todas partes',
        )
      case 'other':
        return disputed(
          functions,
          'whether a function that is mixed, private or on no list is governmental is not settled',
          'no está zanjado si es gubernamental una función mixta, privada o que no está en ninguna lista',
        )
      case 'elections':
      case 'taxation':
      case 'justice':
      case 'law-enforcement':
      case 'defence':
      case 'diplomacy':
      case 'social-services':
        return satisfied(
          'a governmental function was interfered with',
          'se interfirió en una función gubernamental',
        )
    }
  },
})

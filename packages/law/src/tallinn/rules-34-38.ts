import { asRestated, leavesItOpen } from '../effect.ts'
import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { tallinn } from './tallinn.ts'

const abroad: Dispute = {
  id: 'rights-abroad',
  about: {
    en: 'How far do human rights bind a State beyond its territory in cyberspace?',
    es: '¿Hasta dónde obligan los derechos humanos a un Estado fuera de su territorio en el ciberespacio?',
  },
  sides: [
    {
      says: {
        en: 'where it has territory or effective control',
        es: 'donde tiene territorio o control efectivo',
      },
      authorities: ['not settled (rules base, B-09)'],
    },
    {
      says: {
        en: 'also where it controls the enjoyment of the right',
        es: 'también donde controla el disfrute del derecho',
      },
      authorities: ['not settled (rules base, B-09)'],
    },
  ],
}

const applies: Dispute = {
  id: 'rights-apply',
  about: {
    en: 'Does human rights law apply to what States do in cyberspace?',
    es: '¿Se aplica el derecho de los derechos humanos a lo que los Estados hacen en el ciberespacio?',
  },
  issue: 'human-rights',
  sides: [
    {
      says: { en: 'it does', es: 'se aplica' },
      authorities: ['Council doc. 15833/24'],
      readings: ['applies'],
    },
    {
      says: {
        en: 'whoever has not said so leaves it open',
        es: 'quien no lo ha dicho lo deja abierto',
      },
      authorities: [],
    },
  ],
}

export const humanRights = rule({
  id: 'tallinn-34-38',
  source: tallinn({
    id: 'tallinn-34-38',
    provision: 'Rules 34-38',
    citation: { en: 'Tallinn Manual 2.0, rules 34-38', es: 'Manual de Tallin 2.0, reglas 34-38' },
    restatement: {
      en: 'Human rights bind a State in cyberspace towards persons within its jurisdiction; an interference needs a lawful, necessary and proportionate limit.',
      es: 'Los derechos humanos obligan al Estado en el ciberespacio con las personas bajo su jurisdicción; una injerencia exige una limitación legal, necesaria y proporcionada.',
    },
    verification: 'summary-seen',
    seenAt: 'secondary summaries; Council doc. 15833/24',
  }),
  authorities: ['Council doc. 15833/24'],
  question: {
    en: 'Did it violate human rights of persons within the State’s jurisdiction?',
    es: '¿Violó derechos humanos de personas bajo la jurisdicción del Estado?',
  },
  arises: isRaised('rightViolated', 'rightsJurisdiction'),
  facts: ['rightViolated', 'rightsJurisdiction'],
  disputes: [abroad],
  // Relied upon by whoever invokes it: a silent view leaves it open.
  view: {
    issue: 'human-rights',
    dispute: applies,
    effects: { applies: asRestated, silent: leavesItOpen, unknown: leavesItOpen },
  },
  test: ({ rightViolated, rightsJurisdiction }) => {
    if (rightViolated === 'none')
      return notSatisfied('no right was interfered with', 'no se interfirió en ningún derecho')
    if (rightViolated === 'justified')
      return notSatisfied('a limit justifies it', 'lo justifica una limitación')
    if (rightsJurisdiction === 'none')
      return notSatisfied('there was no jurisdiction', 'no había jurisdicción')
    if (rightViolated === undefined) return unknown('rightViolated')
    if (rightsJurisdiction === undefined) return unknown('rightsJurisdiction')
    return rightsJurisdiction === 'control-over-enjoyment'
      ? disputed(
          abroad,
          'jurisdiction rests on control over the enjoyment of the right only',
          'la jurisdicción se basa solo en el control sobre el disfrute del derecho',
        )
      : satisfied(
          'a right was violated within its jurisdiction',
          'se violó un derecho bajo su jurisdicción',
        )
  },
})

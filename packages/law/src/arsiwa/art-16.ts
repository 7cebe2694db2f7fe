import { asRestated, deniesIt, leavesItOpen } from '../effect.ts'
import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import type { Source } from '../source.ts'
import { arsiwa } from './arsiwa.ts'

const assistance: Dispute = {
  id: 'collective-assistance',
  about: {
    en: 'May a State that is not injured assist an injured State’s countermeasure?',
    es: '¿Puede un Estado no lesionado ayudar en la contramedida de un Estado lesionado?',
  },
  issue: 'collective-assistance',
  sides: [
    {
      says: { en: 'yes, on request', es: 'sí, a petición' },
      authorities: ['Jackson & Paddeu, AJIL 2024, form 4'],
      readings: ['supports', 'supports-limited'],
    },
    {
      says: { en: 'no, or not yet', es: 'no, o todavía no' },
      authorities: ['part of the Tallinn experts: Tallinn Manual 2.0, rule 24, commentary'],
      readings: ['rejects', 'not-yet'],
    },
  ],
}

const ownBreach: Dispute = {
  id: 'assistant-breaks-own-obligation',
  about: {
    en: 'Does the injured State’s title cover an assistant that breaks an obligation of its own?',
    es: '¿Ampara el título del Estado lesionado a quien ayuda infringiendo una obligación propia?',
  },
  sides: [
    {
      says: { en: 'no: it needs a title of its own', es: 'no: necesita un título propio' },
      authorities: ['Spacil 2023, p. 105'],
    },
    {
      says: { en: 'yes, by the request', es: 'sí, por la petición' },
      authorities: ['part of the Tallinn experts: Tallinn Manual 2.0, rule 24, commentary'],
    },
  ],
}

/** Article 16 turned round: to assist a measure that is not wrongful is not to assist a wrong. */
export const assistanceOnly = rule({
  id: 'arsiwa-16',
  source: arsiwa(
    '16',
    {
      en: 'A State that knowingly assists another in a wrongful act is responsible for it. Assisting a countermeasure that meets its conditions is not that, so long as the assistant breaks no obligation of its own.',
      es: 'El Estado que a sabiendas ayuda a otro a cometer un hecho ilícito es responsable por ello. Ayudar en una contramedida que cumple sus condiciones no lo es, si quien ayuda no infringe ninguna obligación propia.',
    },
    'text-seen',
    'Spacil 2023, p. 105',
  ),
  authorities: [
    'Tallinn Manual 2.0, rule 18, p. 100, and rule 24, commentary',
    'Jackson & Paddeu, AJIL 2024, form 4',
  ],
  question: {
    en: 'Is the assistance asked for, given to a measure that meets the conditions, and free of a breach of its own?',
    es: '¿Se pidió la ayuda, se presta a una medida que cumple las condiciones y no infringe nada por sí misma?',
  },
  arises: ({ form }) => form === 'assistance',
  facts: ['request', 'assistedMeasure', 'ownObligation'],
  disputes: [assistance, ownBreach],
  // The assistant relies on it: a silent view leaves it open.
  view: {
    issue: 'collective-assistance',
    dispute: assistance,
    effects: {
      supports: asRestated,
      'supports-limited': asRestated,
      open: leavesItOpen,
      'not-yet': deniesIt,
      rejects: deniesIt,
      silent: leavesItOpen,
      unknown: leavesItOpen,
    },
  },
  test: ({ request, assistedMeasure, ownObligation }) => {
    if (assistedMeasure === 'not-met')
      return notSatisfied(
        'the measure that is assisted does not meet the conditions',
        'la medida asistida no cumple las condiciones',
        {
          en: 'assist only once that measure meets them',
          es: 'asistir solo cuando esa medida las cumpla',
        },
      )
    if (request === 'none' || request === 'covers-less')
      return notSatisfied(
        'no injured State has asked for it',
        'ningún Estado lesionado lo ha pedido',
        {
          en: 'obtain a written request that covers it',
          es: 'obtener una petición escrita que la abarque',
        },
      )
    if (assistedMeasure === undefined) return unknown('assistedMeasure')
    if (request === undefined) return unknown('request')
    if (ownObligation === undefined) return unknown('ownObligation')
    if (ownObligation === 'breached')
      return disputed(
        ownBreach,
        'the assistant breaks an obligation of its own',
        'quien ayuda infringe una obligación propia',
      )
    return assistedMeasure === 'disputed'
      ? disputed(
          assistance,
          'whether the assisted measure meets the conditions is disputed',
          'se discute si la medida asistida cumple las condiciones',
        )
      : satisfied('asked for, and free of any breach', 'pedida, y sin infracción alguna')
  },
})

const intent: Dispute = {
  id: 'aid-knowledge',
  about: {
    en: 'Is knowledge enough for aid, or must it be meant to facilitate the act?',
    es: '¿Basta el conocimiento para la ayuda, o debe pretender facilitar el hecho?',
  },
  sides: [
    {
      says: {
        en: 'knowledge of the circumstances is enough',
        es: 'basta conocer las circunstancias',
      },
      authorities: ['ARSIWA, Article 16, as worded'],
    },
    {
      says: {
        en: 'the aid must be meant to facilitate it',
        es: 'la ayuda debe pretender facilitarlo',
      },
      authorities: ['ILC commentary, art. 16'],
    },
  ],
}

/** Article 16 as it binds the State held responsible. */
const article16: Source = {
  ...arsiwa(
    '16',
    {
      en: 'A State that aids another in a wrongful act is responsible for it if it knows the circumstances and the act would be wrongful if it committed it itself.',
      es: 'El Estado que ayuda a otro a cometer un hecho ilícito es responsable si conoce las circunstancias y el hecho sería ilícito de cometerlo él mismo.',
    },
    'summary-seen',
  ),
  id: 'arsiwa-16-aid',
}

export const aided = rule({
  id: 'arsiwa-16-aid',
  source: article16,
  authorities: ['Tallinn Manual 2.0, rule 18, p. 100'],
  question: {
    en: 'Did it knowingly aid the other State in the act?',
    es: '¿Ayudó a sabiendas al otro Estado en el hecho?',
  },
  facts: ['roleInAct', 'knowledgeOfAct', 'wrongfulIfOwn'],
  disputes: [intent],
  test: ({ roleInAct, knowledgeOfAct, wrongfulIfOwn }) => {
    if (roleInAct === undefined) return unknown('roleInAct')
    if (roleInAct !== 'aided') return notSatisfied('it gave no aid', 'no prestó ayuda')
    if (wrongfulIfOwn === false)
      return notSatisfied(
        'the act would not be wrongful if it had committed it',
        'el hecho no sería ilícito si lo hubiera cometido él',
      )
    if (knowledgeOfAct === 'none')
      return notSatisfied('it did not know the circumstances', 'no conocía las circunstancias')
    if (knowledgeOfAct === undefined) return unknown('knowledgeOfAct')
    if (wrongfulIfOwn === undefined) return unknown('wrongfulIfOwn')
    return knowledgeOfAct === 'actual'
      ? satisfied('it aided the act, knowing it', 'ayudó al hecho, conociéndolo')
      : disputed(intent, 'it aided the act and chose not to know', 'ayudó y prefirió no saber')
  },
})

import {
  asRestated,
  contestsIt,
  deniesIt,
  leavesItOpen,
  readsItWidely,
  waivesIt,
} from '../effect.ts'
import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { allOf, anyOf, rule } from '../rule.ts'
import { arsiwa, COMMENTARY } from './arsiwa.ts'

const article52 = (paragraph: string, en: string, es: string) =>
  arsiwa(`52${paragraph}`, { en, es }, 'text-seen', COMMENTARY)

const demandAlways: Dispute = {
  id: 'prior-call',
  about: { en: 'Must a call always come first?', es: '¿Debe preceder siempre el requerimiento?' },
  issue: 'prior-call',
  sides: [
    {
      says: { en: 'always', es: 'siempre' },
      authorities: ['Spacil 2023, p. 99', 'Air Services award, 1978, paras 84-87'],
      readings: ['always'],
    },
    {
      says: { en: 'not in all circumstances', es: 'no en todas las circunstancias' },
      authorities: [],
      readings: ['not-required'],
    },
  ],
}

const calledUpon = rule({
  id: 'arsiwa-52-1-a',
  source: article52(
    '(1)(a)',
    'Before taking countermeasures, an injured State calls upon the responsible State to fulfil its obligations of cessation and reparation.',
    'Antes de tomar contramedidas, el Estado lesionado requiere al Estado responsable que cumpla sus obligaciones de cesación y reparación.',
  ),
  authorities: [
    'Spacil 2023, p. 99',
    'Air Services award, 1978, paras 84-87',
    'Cyber Law Toolkit, Countermeasures, condition 2',
    'Chatham House (Dias) 2024, ch. 4',
  ],
  question: {
    en: 'Was the responsible State called upon to cease and repair, before the measure?',
    es: '¿Se requirió al Estado responsable que cesara y reparara, antes de la medida?',
  },
  // Whoever only assists an injured State leaves call and notice to it.
  arises: ({ form }) => form !== 'assistance',
  facts: ['calledOn', 'answer', 'startsOn'],
  disputes: [demandAlways],
  // A limit binds without anybody's word for it.
  view: {
    issue: 'prior-call',
    dispute: demandAlways,
    effects: {
      always: asRestated,
      required: asRestated,
      'not-required': contestsIt,
      silent: asRestated,
      unknown: asRestated,
    },
  },
  test: ({ calledOn, answer, startsOn }) => {
    if (answer === 'complied')
      return notSatisfied('the responsible State has complied', 'el Estado responsable ha cumplido')
    if (calledOn === undefined) return unknown('calledOn')
    if (answer === 'pending')
      return notSatisfied(
        'the time to answer has not passed',
        'no ha pasado el plazo de respuesta',
        {
          en: 'wait a reasonable time',
          es: 'esperar un tiempo razonable',
        },
      )
    // Whether a call came before the measure cannot be said while nobody has said when that starts.
    if (startsOn === undefined) return unknown('startsOn')
    if (calledOn >= startsOn)
      return notSatisfied(
        'no call precedes the measure',
        'ningún requerimiento precede a la medida',
        {
          en: 'record a call first',
          es: 'registrar antes un requerimiento',
        },
      )
    return answer === undefined
      ? unknown('answer')
      : satisfied('called upon, and it did not comply', 'requerido, y no cumplió')
  },
})

const noticeAlways: Dispute = {
  id: 'prior-notice',
  about: {
    en: 'Must notice always come before a countermeasure?',
    es: '¿Debe preceder siempre la notificación a la contramedida?',
  },
  issue: 'prior-notification',
  sides: [
    {
      says: { en: 'always', es: 'siempre' },
      authorities: [],
      readings: ['always'],
    },
    {
      says: {
        en: 'not where it is urgent or would defeat the measure',
        es: 'no si es urgente o frustraría la medida',
      },
      authorities: ['ARSIWA, Article 52(2)'],
      readings: ['not-always'],
    },
    {
      says: { en: 'it is not required', es: 'no se exige' },
      authorities: [],
      readings: ['not-required'],
    },
    {
      says: { en: 'practice has yet to define it', es: 'la práctica está por definirlo' },
      authorities: [],
      readings: ['to-be-defined'],
    },
  ],
}

const notified = rule({
  id: 'arsiwa-52-1-b',
  source: article52(
    '(1)(b)',
    'Before taking countermeasures, an injured State notifies the responsible State of the decision to take them and offers to negotiate.',
    'Antes de tomar contramedidas, el Estado lesionado notifica al Estado responsable la decisión de tomarlas y ofrece negociar.',
  ),
  authorities: [
    'ILC commentary, art. 52, p. 136',
    'Spacil 2023, pp. 99-100',
    'Cyber Law Toolkit, Countermeasures, condition 3',
  ],
  question: {
    en: 'Was the decision notified, with an offer to negotiate, before the measure?',
    es: '¿Se notificó la decisión, con oferta de negociar, antes de la medida?',
  },
  facts: ['notifiedOn', 'negotiationOffered', 'startsOn'],
  disputes: [noticeAlways],
  // A limit binds without anybody's word for it.
  view: {
    issue: 'prior-notification',
    dispute: noticeAlways,
    effects: {
      always: asRestated,
      'not-always': asRestated,
      'not-required': waivesIt,
      'to-be-defined': contestsIt,
      silent: asRestated,
      unknown: asRestated,
    },
  },
  test: ({ notifiedOn, negotiationOffered, startsOn }) => {
    if (negotiationOffered === false)
      return notSatisfied('negotiation was not offered', 'no se ofreció negociar', {
        en: 'offer to negotiate',
        es: 'ofrecer negociar',
      })
    if (notifiedOn === undefined) return unknown('notifiedOn')
    if (startsOn === undefined) return unknown('startsOn')
    if (notifiedOn >= startsOn)
      return notSatisfied(
        'no notice precedes the measure',
        'ninguna notificación precede a la medida',
        {
          en: 'notify the decision first, or record why it is urgent',
          es: 'notificar antes la decisión, o registrar por qué es urgente',
        },
      )
    return negotiationOffered === undefined
      ? unknown('negotiationOffered')
      : satisfied('notified, with an offer to negotiate', 'notificada, con oferta de negociar')
  },
})

/** Paragraph 2 sets aside paragraph 1(b) only; the call of 1(a) stands. */
const urgent = rule({
  id: 'arsiwa-52-2',
  source: article52(
    '(2)',
    'Notwithstanding paragraph 1(b), an injured State may take such urgent countermeasures as are necessary to preserve its rights, that to take countermeasures among them.',
    'No obstante el párrafo 1 b), el Estado lesionado puede tomar las contramedidas urgentes que sean necesarias para preservar sus derechos, entre ellos el de tomar contramedidas.',
  ),
  authorities: ['Spacil 2023, p. 99', 'Schondorf, 97 International Law Studies 395 (2020), IV'],
  question: {
    en: 'Is it so urgent that this nation’s rights would be lost, with notice to follow?',
    es: '¿Es tan urgente que se perderían los derechos de esta nación, con notificación posterior?',
  },
  facts: ['urgency', 'noticeFollowsOn'],
  disputes: [noticeAlways],
  // An exception from a limit: relied upon by whoever uses it.
  view: {
    issue: 'prior-notification',
    dispute: noticeAlways,
    effects: {
      always: deniesIt,
      'not-always': readsItWidely,
      'not-required': readsItWidely,
      'to-be-defined': leavesItOpen,
      silent: asRestated,
      unknown: asRestated,
    },
  },
  test: ({ urgency, noticeFollowsOn }) => {
    if (urgency === undefined) return unknown('urgency')
    if (urgency === 'none') return notSatisfied('it is not urgent', 'no es urgente')
    if (noticeFollowsOn === undefined) return unknown('noticeFollowsOn')
    return urgency === 'rights-would-be-lost'
      ? satisfied(
          'rights would be lost, and notice follows',
          'se perderían derechos, y seguirá la notificación',
        )
      : disputed(
          noticeAlways,
          'the only reason is secrecy of a capability',
          'el único motivo es el secreto de una capacidad',
        )
  },
})

const notice = anyOf({
  id: 'arsiwa-52-notice',
  source: notified.source,
  question: {
    en: 'Was it notified before, or was there no time?',
    es: '¿Se notificó antes, o no hubo tiempo?',
  },
  arises: ({ form }) => form !== 'assistance',
  parts: [notified, urgent],
})

const notSuspended = rule({
  id: 'arsiwa-52-3',
  source: article52(
    '(3)',
    'Countermeasures may not be taken, and if taken are suspended without undue delay, once the wrongful act has ceased and the dispute is pending before a court or tribunal that can make binding decisions.',
    'No pueden tomarse contramedidas, y las tomadas se suspenden sin retraso indebido, si el hecho ilícito ha cesado y la controversia está sometida a una corte o un tribunal que puede dictar decisiones vinculantes.',
  ),
  authorities: ['ILC commentary, art. 52, p. 136'],
  question: {
    en: 'Is it not the case that the wrong has ceased and a tribunal that can bind is seised?',
    es: '¿No se da el caso de que el ilícito haya cesado y conozca un tribunal que puede obligar?',
  },
  facts: ['ceased', 'tribunal'],
  test: ({ ceased, tribunal }) => {
    if (ceased === false) return satisfied('the wrong goes on', 'el ilícito continúa')
    if (tribunal === 'none' || tribunal === 'cannot-bind')
      return satisfied(
        'no tribunal that can bind is seised',
        'no conoce ningún tribunal que pueda obligar',
      )
    if (ceased === undefined) return unknown('ceased')
    return tribunal === undefined
      ? unknown('tribunal')
      : notSatisfied(
          'the wrong has ceased and a tribunal is seised',
          'el ilícito ha cesado y conoce un tribunal',
          {
            en: 'suspend the measure without undue delay',
            es: 'suspender la medida sin retraso indebido',
          },
        )
  },
})

const badFaith = rule({
  id: 'arsiwa-52-4',
  source: article52(
    '(4)',
    'Paragraph 3 does not apply if the responsible State fails to implement the dispute settlement procedures in good faith.',
    'El párrafo 3 no se aplica si el Estado responsable no aplica de buena fe los procedimientos de solución de controversias.',
  ),
  authorities: ['ILC commentary, art. 52, p. 136'],
  question: {
    en: 'Does the responsible State not carry out that procedure in good faith?',
    es: '¿No aplica el Estado responsable ese procedimiento de buena fe?',
  },
  arises: ({ ceased, tribunal }) => ceased === true && tribunal === 'can-bind',
  facts: ['goodFaith'],
  test: ({ goodFaith }) => {
    if (goodFaith === undefined) return unknown('goodFaith')
    return goodFaith
      ? notSatisfied('it does so in good faith', 'lo aplica de buena fe')
      : satisfied('it does not act in good faith', 'no actúa de buena fe')
  },
})

const noBar = anyOf({
  id: 'arsiwa-52-bar',
  source: notSuspended.source,
  question: {
    en: 'Does nothing require the measure to be suspended?',
    es: '¿Nada obliga a suspender la medida?',
  },
  parts: [notSuspended, badFaith],
})

/** Conditions relating to resort to countermeasures. */
export const procedure = allOf({
  id: 'arsiwa-52',
  source: arsiwa(
    '52',
    {
      en: 'Conditions relating to resort to countermeasures.',
      es: 'Condiciones del recurso a las contramedidas.',
    },
    'text-seen',
    COMMENTARY,
  ),
  question: { en: 'Was the procedure followed?', es: '¿Se siguió el procedimiento?' },
  parts: [calledUpon, notice, noBar],
})

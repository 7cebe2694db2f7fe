import { type Dispute, disputed, notSatisfied, notShown, satisfied, unknown } from '../finding.ts'
import { allOf, isRaised, rule } from '../rule.ts'
import { arsiwa, COMMENTARY } from './arsiwa.ts'

const article49 = (paragraph: string, en: string, es: string) =>
  arsiwa(`49(${paragraph})`, { en, es }, 'text-seen', COMMENTARY)

const onlyObject = article49(
  '1',
  'An injured State may only take countermeasures against the State responsible, and only to induce it to comply with its obligations of cessation and reparation. Deterrence can be an effect; it is no object.',
  'El Estado lesionado solo puede tomar contramedidas contra el Estado responsable, y solo para inducirlo a cumplir sus obligaciones de cesación y reparación. La disuasión puede ser un efecto; no es un objeto.',
)

const inducement: Dispute = {
  id: 'able-to-induce',
  about: {
    en: 'How sure must it be that the measure can bring compliance?',
    es: '¿Cuán seguro debe ser que la medida puede lograr el cumplimiento?',
  },
  sides: [
    {
      says: { en: 'it must be able to contribute', es: 'debe poder contribuir' },
      authorities: ['ILC commentary, art. 49, para. 1', 'Spacil 2023, pp. 92-93'],
    },
    {
      says: { en: 'its purpose is enough', es: 'basta su finalidad' },
      authorities: ['source: none'],
    },
  ],
}

const object = rule({
  id: 'arsiwa-49-1-object',
  source: onlyObject,
  authorities: [
    'ILC commentary, art. 49, p. 130',
    'Spacil 2023, pp. 92-95',
    'Tallinn Manual 2.0, rule 21, p. 116',
  ],
  question: {
    en: 'Is the object cessation and reparation, and nothing else?',
    es: '¿Es el objeto la cesación y la reparación, y nada más?',
  },
  facts: ['object', 'demands', 'inducement'],
  disputes: [inducement],
  test: ({ object: purpose, demands, inducement: able }) => {
    if (purpose === 'deter' || purpose === 'punish')
      return notSatisfied(
        purpose === 'deter'
          ? 'to deter is refused as an object: Article 49(1)'
          : 'to punish is refused as an object: Article 49(1)',
        purpose === 'deter'
          ? 'disuadir se rechaza como objeto: artículo 49(1)'
          : 'castigar se rechaza como objeto: artículo 49(1)',
        {
          en: 'state what must cease and what must be repaired',
          es: 'indicar qué debe cesar y qué debe repararse',
        },
      )
    if (able === 'no')
      return notSatisfied('it cannot bring compliance', 'no puede lograr el cumplimiento', {
        en: 'choose a measure that can bring compliance',
        es: 'elegir una medida que pueda lograr el cumplimiento',
      })
    if (purpose === undefined) return unknown('object')
    if (demands === undefined) return unknown('demands')
    if (able === undefined) return unknown('inducement')
    return able === 'yes'
      ? satisfied(
          'cessation or reparation is the object, with stated demands',
          'el objeto es la cesación o la reparación, con exigencias expresas',
        )
      : disputed(
          inducement,
          'whether it can bring compliance is doubtful',
          'es dudoso que pueda lograr el cumplimiento',
        )
  },
})

const priorWrong = rule({
  id: 'arsiwa-49-1-prior',
  source: onlyObject,
  authorities: [
    'ICJ, Gabčíkovo-Nagymaros, 1997, para. 83',
    'Spacil 2023, pp. 91 and 95',
    'one State’s paper of 2024, p. 9',
  ],
  question: {
    en: 'Does the measure answer a wrong that was already committed?',
    es: '¿Responde la medida a un ilícito ya cometido?',
  },
  arises: isRaised('actOn'),
  facts: ['actOn', 'startsOn'],
  test: ({ actOn, startsOn }) => {
    if (actOn === undefined) return unknown('actOn')
    if (startsOn === undefined) return unknown('startsOn')
    return actOn < startsOn
      ? satisfied('the wrong came first', 'el ilícito fue anterior')
      : notSatisfied(
          'it would anticipate the wrong: nothing preventive is a countermeasure',
          'se anticiparía al ilícito: nada preventivo es contramedida',
          {
            en: 'wait for the wrong, or keep to retorsion',
            es: 'esperar al ilícito, o limitarse a la retorsión',
          },
        )
  },
})

const onlyTheResponsible = rule({
  id: 'arsiwa-49-1-target',
  source: onlyObject,
  authorities: ['ARSIWA, Article 49(2)', 'Spacil 2023, p. 90', 'Tallinn Manual 2.0, rule 25'],
  question: {
    en: 'Is it directed against the responsible State only, and free of breaches towards third States?',
    es: '¿Se dirige solo contra el Estado responsable y sin infracciones a terceros Estados?',
  },
  facts: ['thirdStates'],
  test: ({ thirdStates }) => {
    if (thirdStates === undefined) return unknown('thirdStates')
    return thirdStates === 'rights-broken'
      ? notSatisfied('it breaks rights of a third State', 'infringe derechos de un tercer Estado', {
          en: 'obtain that State’s consent, route around it, or assess that part as necessity (Article 25)',
          es: 'obtener el consentimiento de ese Estado, evitarlo, o evaluar esa parte como estado de necesidad (artículo 25)',
        })
      : satisfied('no rights of third States are broken', 'no se infringen derechos de terceros')
  },
})

const hypotheses = rule({
  id: 'arsiwa-49-1-mistake',
  source: onlyObject,
  authorities: [
    'ILC commentary, art. 49, para. 3',
    'Spacil 2023, p. 90',
    'Tallinn Manual 2.0, rule 20, commentary',
  ],
  question: {
    en: 'Were other explanations tested, since whoever errs about the author acts at its own risk?',
    es: '¿Se examinaron otras explicaciones, pues quien yerra sobre el autor actúa por su cuenta y riesgo?',
  },
  facts: ['otherHypotheses'],
  disputes: [
    {
      id: 'good-faith-mistake',
      about: {
        en: 'Does a mistake in good faith about the author excuse?',
        es: '¿Excusa el error de buena fe sobre el autor?',
      },
      sides: [
        {
          says: { en: 'no', es: 'no' },
          authorities: ['ILC commentary, art. 49, para. 3', 'most of the Tallinn experts'],
        },
        {
          says: { en: 'a reasonable one does', es: 'el razonable sí' },
          authorities: ['a minority of writers: Spacil 2023, p. 90'],
        },
      ],
    },
  ],
  test: ({ otherHypotheses }) => {
    if (otherHypotheses === undefined) return unknown('otherHypotheses')
    return otherHypotheses === 'rejected'
      ? satisfied('tested and rejected, with reasons', 'examinadas y descartadas, con motivos')
      : notShown('another explanation is not ruled out', 'no se descarta otra explicación', {
          en: 'record why false flags, shared tools and criminals are ruled out',
          es: 'registrar por qué se descartan falsa bandera, herramientas compartidas y delincuentes',
        })
  },
})

const temporary = rule({
  id: 'arsiwa-49-2',
  source: article49(
    '2',
    'Countermeasures are limited to not performing, for the time being, obligations of the State that takes them towards the responsible State.',
    'Las contramedidas se limitan al incumplimiento temporal de obligaciones del Estado que las toma con el Estado responsable.',
  ),
  authorities: ['ILC commentary, art. 49, p. 130'],
  question: {
    en: 'Is the obligation named that is set aside, and a day set on which it is reviewed or ends?',
    es: '¿Se indica la obligación que se deja de cumplir y el día en que se revisa o termina?',
  },
  facts: ['setAside', 'reviewOn', 'startsOn'],
  test: ({ setAside, reviewOn, startsOn }) => {
    if (reviewOn !== undefined && startsOn !== undefined && reviewOn <= startsOn)
      return notSatisfied(
        'the review is not after the start',
        'la revisión no es posterior al inicio',
        {
          en: 'set a day of review after the start',
          es: 'fijar un día de revisión posterior al inicio',
        },
      )
    if (setAside === undefined) return unknown('setAside')
    if (reviewOn === undefined) return unknown('reviewOn')
    if (startsOn === undefined) return unknown('startsOn')
    return satisfied('named, and for the time being', 'indicada, y temporal')
  },
})

const asFarAsPossible: Dispute = {
  id: 'reversibility',
  about: {
    en: 'How far must the measure be reversible?',
    es: '¿Hasta qué punto debe ser reversible la medida?',
  },
  sides: [
    {
      says: {
        en: 'as far as possible: performance, not every effect',
        es: 'en lo posible: el cumplimiento, no todo efecto',
      },
      authorities: ['Spacil 2023, p. 96'],
    },
    {
      says: { en: 'strictly', es: 'estrictamente' },
      authorities: ['ICJ, Gabčíkovo-Nagymaros, 1997, para. 87'],
    },
  ],
}

const reversible = rule({
  id: 'arsiwa-49-3',
  source: article49(
    '3',
    'As far as possible, countermeasures are taken in such a way as to permit the resumption of performance of the obligations in question.',
    'En lo posible, las contramedidas se toman de forma que permitan reanudar el cumplimiento de las obligaciones.',
  ),
  authorities: ['ICJ, Gabčíkovo-Nagymaros, 1997, para. 87', 'Spacil 2023, p. 96'],
  question: {
    en: 'Can it be stopped, and performance resumed?',
    es: '¿Puede detenerse y reanudarse el cumplimiento?',
  },
  facts: ['reversible', 'stopSwitch', 'reversibleAlternative'],
  disputes: [asFarAsPossible],
  test: ({ reversible: how, stopSwitch, reversibleAlternative }) => {
    if (how === 'no')
      return notSatisfied('it cannot be undone', 'no puede deshacerse', {
        en: 'choose a measure that can be undone',
        es: 'elegir una medida que pueda deshacerse',
      })
    if (stopSwitch === false && reversibleAlternative === true)
      return notSatisfied(
        'it cannot be stopped, and another effective measure can',
        'no puede detenerse, y otra medida eficaz sí',
        {
          en: 'take the other measure, or provide a way to stop this one, and test it',
          es: 'tomar la otra medida, o prever un modo de detener esta, y probarlo',
        },
      )
    if (how === undefined) return unknown('reversible')
    if (stopSwitch === undefined) return unknown('stopSwitch')
    if (stopSwitch === false)
      return reversibleAlternative === undefined
        ? unknown('reversibleAlternative')
        : disputed(
            asFarAsPossible,
            'it cannot be stopped, and no other effective measure can',
            'no puede detenerse, y ninguna otra medida eficaz puede',
          )
    return how === 'partly'
      ? disputed(asFarAsPossible, 'it can be undone in part', 'puede deshacerse en parte')
      : satisfied('it can be stopped and undone', 'puede detenerse y deshacerse')
  },
})

/** Object and limits of countermeasures. */
export const objectAndLimits = allOf({
  id: 'arsiwa-49',
  source: arsiwa(
    '49',
    {
      en: 'Object and limits of countermeasures.',
      es: 'Objeto y límites de las contramedidas.',
    },
    'text-seen',
    COMMENTARY,
  ),
  question: { en: 'Are object and limits kept?', es: '¿Se respetan el objeto y los límites?' },
  parts: [object, priorWrong, onlyTheResponsible, hypotheses, temporary, reversible],
})

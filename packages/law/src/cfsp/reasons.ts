import { missingFrom } from '../fact.ts'
import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'

/** The words themselves are a person's; what is asked here is whether they are there. */
export const statementOfReasons = rule({
  id: 'listing-reasons',
  source: {
    id: 'listing-reasons',
    instrument: 'Treaty on the Functioning of the European Union',
    provision: 'Article 296, second paragraph',
    citation: {
      en: 'TFEU, Article 296, second paragraph',
      es: 'TFUE, artículo 296, párrafo segundo',
    },
    restatement: {
      en: 'Legal acts state the reasons on which they are based. For a listing they are the person’s own: which conduct, which criterion, why.',
      es: 'Los actos jurídicos están motivados. En una inclusión, los motivos son los propios de la persona: qué conducta, qué criterio, por qué.',
    },
    url: 'https://eur-lex.europa.eu/eli/treaty/tfeu_2016/oj',
    seenAt: 'general knowledge',
    verification: 'general-knowledge',
    since: '2009-12-01',
    asOf: '2026-11-27',
  },
  authorities: ['Decision (CFSP) 2019/797, Article 6(2): the grounds are communicated'],
  question: {
    en: 'Is there a statement of reasons that is this person’s or entity’s own?',
    es: '¿Hay una motivación propia de esa persona o entidad?',
  },
  facts: ['listedWho', 'listedConduct', 'effectStated', 'reasonsOwn'],
  test: ({ listedWho, listedConduct, effectStated, reasonsOwn }) => {
    if (reasonsOwn === false)
      return notSatisfied(
        'the reasons only repeat the criterion',
        'los motivos solo repiten el criterio',
        {
          en: 'state what this person or entity did, when and how',
          es: 'exponer qué hizo esa persona o entidad, cuándo y cómo',
        },
      )
    const missing = missingFrom({ listedWho, listedConduct, effectStated, reasonsOwn })
    return missing.length > 0
      ? unknown(...missing)
      : satisfied('who, what and with which effect is stated', 'consta quién, qué y con qué efecto')
  },
})

export const evidence = rule({
  id: 'listing-file',
  source: {
    id: 'listing-file',
    instrument: 'Treaty on the Functioning of the European Union',
    provision: 'Article 275, second paragraph',
    citation: {
      en: 'TFEU, Article 275, second paragraph',
      es: 'TFUE, artículo 275, párrafo segundo',
    },
    restatement: {
      en: 'The Court of Justice reviews the legality of restrictive measures against persons. The evidence has to be there to be produced: listings were annulled for want of it.',
      es: 'El Tribunal de Justicia controla la legalidad de las medidas restrictivas contra personas. Las pruebas tienen que poder aportarse: se anularon inclusiones por falta de ellas.',
    },
    url: 'https://eur-lex.europa.eu/eli/treaty/tfeu_2016/oj',
    seenAt:
      'pontothinktank, 2020: listings annulled for want of evidence; the article: general knowledge',
    verification: 'general-knowledge',
    since: '2009-12-01',
    asOf: '2026-11-27',
  },
  authorities: ['TFEU, Article 263'],
  question: {
    en: 'Could a court of the Union review the evidence?',
    es: '¿Podría un tribunal de la Unión revisar las pruebas?',
  },
  facts: ['listingFile'],
  test: ({ listingFile }) => {
    if (listingFile === undefined) return unknown('listingFile')
    return listingFile
      ? satisfied('a file that can be reviewed is there', 'hay un expediente revisable')
      : notSatisfied('no file could be reviewed', 'no hay expediente revisable', {
          en: 'prepare reasons and evidence that can be disclosed to a court',
          es: 'preparar motivos y pruebas que puedan mostrarse a un tribunal',
        })
  },
})

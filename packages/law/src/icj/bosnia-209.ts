import { missingFrom } from '../fact.ts'
import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { icj } from './icj.ts'

const standard: Dispute = {
  id: 'standard-of-proof',
  about: {
    en: 'How much proof does a State need before it acts?',
    es: '¿Cuánta prueba necesita un Estado antes de actuar?',
  },
  sides: [
    {
      says: { en: 'reasonable grounds are enough', es: 'bastan motivos razonables' },
      authorities: ['Spacil 2023, p. 91'],
    },
    {
      says: {
        en: 'the graver the answer, the stronger the proof, up to “fully conclusive”',
        es: 'cuanto más grave la respuesta, más sólida la prueba, hasta la «plenamente concluyente»',
      },
      authorities: ['ICJ, Bosnia Genocide, 2007, para. 209', 'Mikanagi & Mačák 2020'],
    },
  ],
}

/** The two thresholds are a default of ours; each nation can only raise them (rules base, A-12). */
export const standardOfProof = rule({
  id: 'bosnia-209',
  source: icj({
    id: 'bosnia-209',
    since: '2007-02-26',
    provision: 'Bosnia Genocide, 2007, para. 209',
    citation: {
      en: 'ICJ, Bosnia Genocide, 2007, para. 209',
      es: 'CIJ, Genocidio de Bosnia, 2007, párr. 209',
    },
    restatement: {
      en: 'The Court asks for convincing evidence of a use of force, and fully conclusive evidence for charges of exceptional gravity. No standard is fixed for a State that acts on its own; the thresholds used here, highly likely on two independent sources, are ours.',
      es: 'La Corte exige pruebas convincentes del uso de la fuerza, y plenamente concluyentes para acusaciones de gravedad excepcional. No hay un estándar fijado para el Estado que actúa por sí mismo; los umbrales usados aquí, muy probable con dos fuentes independientes, son nuestros.',
    },
    url: 'https://www.icj-cij.org/case/91',
    seenAt: 'Mikanagi & Mačák 2020, standards; paragraph number from general knowledge',
    verification: 'summary-seen',
  }),
  authorities: ['Spacil 2023, p. 91', 'UN GGE 2015, A/70/174, para. 28(f)'],
  question: {
    en: 'Is the attribution proved well enough for a countermeasure?',
    es: '¿Está la atribución lo bastante probada para una contramedida?',
  },
  facts: ['confidence', 'independentSources'],
  disputes: [standard],
  test: ({ confidence, independentSources }) => {
    switch (confidence) {
      case undefined:
        return unknown(...missingFrom({ confidence, independentSources }))
      case 'remote':
      case 'unlikely':
      case 'realistic-possibility':
        return notSatisfied(
          'the attribution is not even likely',
          'la atribución no es siquiera probable',
          { en: 'keep to statements and retorsion', es: 'limitarse a declaraciones y retorsión' },
        )
      case 'likely':
        return disputed(
          standard,
          'the attribution is likely, and no more',
          'la atribución es probable, y nada más',
        )
      case 'highly-likely':
      case 'almost-certain':
        if (independentSources === undefined) return unknown('independentSources')
        return independentSources >= 2
          ? satisfied(
              'highly likely, on independent sources',
              'muy probable, con fuentes independientes',
            )
          : disputed(
              standard,
              'highly likely, on a single source',
              'muy probable, con una sola fuente',
            )
    }
  },
})

import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'

const assetFreezes: Dispute = {
  id: 'asset-freezes',
  about: {
    en: 'Is freezing assets of a State retorsion, or a countermeasure?',
    es: '¿Es la congelación de activos de un Estado retorsión o contramedida?',
  },
  sides: [
    {
      says: {
        en: 'retorsion, if no obligation is broken',
        es: 'retorsión, si no se infringe ninguna obligación',
      },
      authorities: ['Cyber Law Toolkit, Countermeasures, definition'],
    },
    {
      says: {
        en: 'a countermeasure, where immunity or an agreement protects the assets',
        es: 'contramedida, si una inmunidad o un acuerdo protege los activos',
      },
      authorities: ['not settled (rules base, RT-01)'],
    },
  ],
}

export const retorsion = rule({
  id: 'retorsion',
  source: {
    id: 'retorsion',
    instrument: 'Customary international law',
    provision: 'Retorsion',
    citation: { en: 'Custom: retorsion', es: 'Costumbre: retorsión' },
    restatement: {
      en: 'Unfriendly acts that break no obligation towards the other State are free: protest, expulsion of diplomats, ending voluntary cooperation, statements. They need no prior wrong and none of the conditions of countermeasures.',
      es: 'Los actos inamistosos que no infringen ninguna obligación con el otro Estado son libres: protesta, expulsión de diplomáticos, fin de la cooperación voluntaria, declaraciones. No exigen un ilícito previo ni las condiciones de las contramedidas.',
    },
    url: 'https://cyberlaw.ccdcoe.org/wiki/Countermeasures',
    seenAt: 'Spacil 2023, p. 87',
    verification: 'text-seen',
    since: 'none',
    asOf: '2026-11-23',
  },
  authorities: ['Spacil 2023, p. 87'],
  question: {
    en: 'Does the measure break no obligation towards the responsible State?',
    es: '¿No infringe la medida ninguna obligación con el Estado responsable?',
  },
  facts: ['breaksObligation', 'stateAssets', 'kind'],
  disputes: [assetFreezes],
  test: ({ breaksObligation, stateAssets, kind }) => {
    if (breaksObligation === true)
      return notSatisfied('it breaks an obligation', 'infringe una obligación', {
        en: 'assess it as a countermeasure',
        es: 'evaluarla como contramedida',
      })
    if (breaksObligation === undefined) return unknown('breaksObligation')
    if (stateAssets === true)
      return disputed(
        assetFreezes,
        'assets of a State are frozen, and whether that breaks an obligation is disputed',
        'se congelan activos de un Estado, y se discute si eso infringe una obligación',
      )
    return kind === 'restrictive-measure' && stateAssets === undefined
      ? unknown('stateAssets')
      : satisfied('it breaks no obligation', 'no infringe ninguna obligación')
  },
})

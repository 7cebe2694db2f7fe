import { teu } from './teu.ts'

/** The majority of members and population, and how many it takes to block it. */
export const qualifiedMajority = teu({
  id: 'teu-16-4',
  provision: 'Article 16(4)',
  citation: { en: 'TEU, Article 16(4)', es: 'TUE, artículo 16, apartado 4' },
  restatement: {
    en: 'A qualified majority is at least 55 % of the members, at least fifteen of them, with at least 65 % of the population. A blocking minority needs at least four members; failing that the majority is deemed attained.',
    es: 'La mayoría cualificada es al menos el 55 % de los miembros, quince como mínimo, que reúnan al menos el 65 % de la población. Una minoría de bloqueo necesita al menos cuatro miembros; a falta de ellos la mayoría se considera alcanzada.',
  },
  seenAt: 'lisbon-treaty.org, art. 16',
  verification: 'text-seen',
})

/** One member of the electorate, as the majority counts it. */
export type Elector = { readonly population: number; readonly isFor: boolean }

/** At least 55 % of the members, in whole numbers. */
export const isMajorityOfMembers = (electors: readonly Elector[]): boolean =>
  100 * electors.filter(({ isFor }) => isFor).length >= 55 * electors.length

/**
 * At least 65 % of the population, in whole numbers; deemed attained where fewer members than
 * `blocking` are not for it.
 */
export function isMajorityOfPopulation(electors: readonly Elector[], blocking: number): boolean {
  const inFavour = electors.filter(({ isFor }) => isFor)
  return (
    electors.length - inFavour.length < blocking ||
    100n * peopleOf(inFavour) >= 65n * peopleOf(electors)
  )
}

const peopleOf = (electors: readonly Elector[]): bigint =>
  electors.reduce((sum, { population }) => sum + BigInt(population), 0n)

import { teu } from './teu.ts'

/** Decisions are unanimous, and an abstention does not prevent one. */
export const unanimity = teu({
  id: 'teu-31-1',
  provision: 'Article 31(1), first subparagraph',
  citation: {
    en: 'TEU, Article 31(1), first subparagraph',
    es: 'TUE, artículo 31, apartado 1, párrafo primero',
  },
  restatement: {
    en: 'Decisions are taken by unanimity. An abstention does not prevent a decision from being adopted.',
    es: 'Las decisiones se adoptan por unanimidad. Una abstención no impide que se adopte una decisión.',
  },
  seenAt: 'EUR-Lex 12016M031; EUR-Lex 12012M031; Wessel & Böttner, commentary on Article 31',
  verification: 'text-seen',
})

/** What a formal declaration does to an abstention, and how many of them block. */
export const constructiveAbstention = teu({
  id: 'teu-31-1-2',
  provision: 'Article 31(1), second subparagraph',
  citation: {
    en: 'TEU, Article 31(1), second subparagraph',
    es: 'TUE, artículo 31, apartado 1, párrafo segundo',
  },
  restatement: {
    en: 'A member that abstains with a formal declaration is not obliged to apply the decision, accepts that it commits the Union and refrains from action likely to conflict with it; the others respect its position. The decision is not adopted if such members are at least one third of the members comprising at least one third of the population.',
    es: 'Un miembro que se abstiene con una declaración formal no está obligado a aplicar la decisión, acepta que compromete a la Unión y se abstiene de toda acción que pueda obstaculizarla; los demás respetan su posición. La decisión no se adopta si esos miembros son al menos un tercio de los miembros que reúnan al menos un tercio de la población.',
  },
  seenAt: 'EUR-Lex 12016M031; europa.eu glossary, "abstention, constructive (positive abstention)"',
  verification: 'text-seen',
})

/** The brake on a qualified majority. */
export const vitalReasons = teu({
  id: 'teu-31-2',
  provision: 'Article 31(2), second subparagraph',
  citation: {
    en: 'TEU, Article 31(2), second subparagraph',
    es: 'TUE, artículo 31, apartado 2, párrafo segundo',
  },
  restatement: {
    en: 'Where a member declares that, for vital and stated reasons of national policy, it intends to oppose a decision by qualified majority, no vote is taken. The High Representative seeks a solution; failing that, the Council may by qualified majority refer the matter to the European Council, to be decided by unanimity.',
    es: 'Cuando un miembro declara que, por motivos vitales y expresos de política nacional, se propone oponerse a una decisión por mayoría cualificada, no se procede a la votación. El Alto Representante busca una solución; de no haberla, el Consejo puede, por mayoría cualificada, remitir el asunto al Consejo Europeo para que decida por unanimidad.',
  },
  seenAt: 'EUR-Lex 12012M031, multilingual text: the structure only',
  verification: 'general-knowledge',
})

/** One member of the electorate, as the one-third test of Article 31(1) sees it. */
export type Abstainer = {
  readonly population: number
  readonly abstainsConstructively: boolean
}

/**
 * Whether those who abstain with a declaration block: a third of the members *and* a third of the
 * population. In whole numbers, so that exactly one third counts on every machine alike.
 */
export function isBlockedByAbstention(electors: readonly Abstainer[]): boolean {
  const abstaining = electors.filter(({ abstainsConstructively }) => abstainsConstructively)
  if (abstaining.length === 0) return false
  return 3 * abstaining.length >= electors.length && 3n * peopleOf(abstaining) >= peopleOf(electors)
}

const peopleOf = (members: readonly Abstainer[]): bigint =>
  members.reduce((sum, { population }) => sum + BigInt(population), 0n)

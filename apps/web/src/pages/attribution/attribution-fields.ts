import { filedBy, type ActId } from '@entente/accord'
import { findScale, isOnScale, SCALES, type Scale, type ScaleValue } from '@entente/lexicon'
import { retractedOf, type AttributeAct, type CaseFile } from '../case/case-file.ts'

/** From what says least to what says most: no level follows from another. */
export const LEVELS = ['actor', 'entity', 'state'] as const satisfies readonly Level[]
export type Level = AttributeAct['level']

/** What is said of an attribution, each by a scale of its own. */
export const ESTIMATES = ['likelihood', 'confidence'] as const
export type Estimate = (typeof ESTIMATES)[number]

/** What a person has filled in of an attribution; nothing that it has to decide is decided for it. */
export type Filled = Readonly<Record<Estimate, ScaleValue>> & {
  readonly level: Level | undefined
  readonly whom: string
  readonly evidence: readonly ActId[]
  readonly statement: string
}

/** How the form begins: on the scales that the texts of the case speak, without any value. */
export const firstFilled = (file: Pick<CaseFile, 'view'>): Filled => ({
  level: undefined,
  whom: '',
  likelihood: { ...scaleSpoken(file, 'likelihood'), value: '' },
  confidence: { ...scaleSpoken(file, 'confidence'), value: '' },
  evidence: [],
  statement: '',
})

/** The lexicon's scales for one of the two. */
export const scalesFor = (estimate: Estimate): readonly Scale[] =>
  SCALES.filter(({ measures }) => measures === estimate)

/** The scale of the case's last text that has one; the lexicon's first where none has. */
function scaleSpoken({ view }: Pick<CaseFile, 'view'>, estimate: Estimate) {
  const spoken = view.acts.flatMap(({ act, void: voided }) => {
    return (!voided && filedBy(act)?.classification?.[estimate]) || []
  })
  const known = scalesFor(estimate)
  const last = spoken.findLast((one) =>
    known.some(({ id, version }) => one.scale === id && one.version === version),
  )
  return {
    scale: last?.scale ?? known[0]?.id ?? '',
    version: last?.version ?? known[0]?.version ?? '',
  }
}

/** The fields of the act beside its kind: what is empty is absent, and then refused where it is needed. */
export function attributionFields(filled: Filled): Readonly<Record<string, unknown>> {
  const { level, whom, likelihood, confidence, evidence, statement } = filled
  return {
    ...(level && { level }),
    whom: whom.trim(),
    likelihood,
    confidence,
    evidence,
    ...(statement.trim() !== '' && { statement }),
  }
}

/** What the form of the act lets pass and the lexicon does not: a value that its scale does not have. */
export const offScale = (filled: Pick<Filled, Estimate>): readonly Estimate[] =>
  ESTIMATES.filter((estimate) => {
    const said = filled[estimate]
    const measures = findScale(said.scale, said.version)?.measures
    return measures !== estimate || !isOnScale(said)
  })

/** The evidence of the case, and whether it was taken back: that is not offered any more. */
export const evidenceOf = (file: Pick<CaseFile, 'view'>) =>
  file.view.acts.flatMap(({ act, void: voided, ...rest }) =>
    act?.kind === 'evidence' && !voided
      ? [{ ...rest, act, taken: retractedOf(file, rest.id) !== undefined }]
      : [],
  )

import type { IncidentsView } from '../../../../node/src/api.ts'

export type Regime = IncidentsView['regimes'][number]
export type Stage = Regime['stages'][number]

export const regimeIn = (regimes: readonly Regime[], id: string): Regime | undefined =>
  regimes.find((regime) => regime.id === id)

export const stageIn = (regime: Regime | undefined, id: string): Stage | undefined =>
  regime?.stages.find((stage) => stage.id === id)

/** Who reports first, and by what comes in the place of the last: the three that every incident walks. */
export const walked = ({ stages }: Regime): readonly Stage[] =>
  stages.filter(({ deadline: { from } }) => from === 'awareness' || from === 'stage')

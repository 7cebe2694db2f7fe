import type { Scale } from '../scale.ts'

export const RELIABILITY = [
  ['A', 'completely reliable', 'completamente fiable'],
  ['B', 'usually reliable', 'habitualmente fiable'],
  ['C', 'fairly reliable', 'bastante fiable'],
  ['D', 'not usually reliable', 'no habitualmente fiable'],
  ['E', 'unreliable', 'no fiable'],
  ['F', 'reliability cannot be judged', 'fiabilidad imposible de juzgar'],
] as const

export const CREDIBILITY = [
  ['1', 'confirmed by other sources', 'confirmada por otras fuentes'],
  ['2', 'probably true', 'probablemente cierta'],
  ['3', 'possibly true', 'posiblemente cierta'],
  ['4', 'doubtful', 'dudosa'],
  ['5', 'improbable', 'improbable'],
  ['6', 'truth cannot be judged', 'veracidad imposible de juzgar'],
] as const

/**
 * Reliability of the source and credibility of what it says, always both: B2. Two axes have no one
 * order, and F and 6 say "cannot be judged", so grades are not ranked. MISP’s G ("deliberately
 * deceptive") is an addition of that taxonomy and no grade of the doctrine. Spanish is ours.
 */
export const admiralty: Scale = {
  id: 'admiralty',
  version: '1',
  title: { en: 'Admiralty scale (NATO system)', es: 'Escala del Almirantazgo (sistema OTAN)' },
  measures: 'grade',
  source: {
    instrument: 'Admiralty scale (FM 2-22.3 and NATO doctrine)',
    provision: 'MISP/misp-taxonomies, admiralty-scale/machinetag.json, version 5',
    verification: 'summary-seen',
  },
  ordered: false,
  degrees: RELIABILITY.flatMap(([letter, en, es]) =>
    CREDIBILITY.map(([digit, said, dicho]) => ({
      value: `${letter}${digit}`,
      label: { en: `source ${en}, information ${said}`, es: `fuente ${es}, información ${dicho}` },
    })),
  ),
}

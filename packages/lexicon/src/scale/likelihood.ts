import type { Scale } from '../scale.ts'
import { icd203 as icd203Source } from '../source.ts'

/** US scale of likelihood. Bands meet at their ends, as the directive prints them. Spanish is ours. */
export const icd203: Scale = {
  id: 'icd-203',
  version: '2015',
  title: { en: 'ICD 203, likelihood', es: 'ICD 203, probabilidad' },
  measures: 'likelihood',
  source: icd203Source('section D.6.e(2)(a)'),
  ordered: true,
  degrees: [
    {
      value: 'almost no chance',
      label: { en: 'almost no chance', es: 'casi imposible' },
      also: ['remote'],
      percent: { from: 1, to: 5 },
    },
    {
      value: 'very unlikely',
      label: { en: 'very unlikely', es: 'muy improbable' },
      also: ['highly improbable'],
      percent: { from: 5, to: 20 },
    },
    {
      value: 'unlikely',
      label: { en: 'unlikely', es: 'improbable' },
      also: ['improbable', 'improbably'],
      percent: { from: 20, to: 45 },
    },
    {
      value: 'roughly even chance',
      label: { en: 'roughly even chance', es: 'probabilidad aproximadamente igual' },
      also: ['roughly even odds'],
      percent: { from: 45, to: 55 },
    },
    {
      value: 'likely',
      label: { en: 'likely', es: 'probable' },
      also: ['probable', 'probably'],
      percent: { from: 55, to: 80 },
    },
    {
      value: 'very likely',
      label: { en: 'very likely', es: 'muy probable' },
      also: ['highly probable'],
      percent: { from: 80, to: 95 },
    },
    {
      value: 'almost certain',
      label: { en: 'almost certain', es: 'casi seguro' },
      also: ['almost certainly', 'nearly certain'],
      percent: { from: 95, to: 99 },
    },
  ],
}

/** UK yardstick. The gaps between its bands are meant: no number may belong to two words. Spanish is ours. */
export const phia: Scale = {
  id: 'phia',
  version: '2025',
  title: { en: 'PHIA probability yardstick', es: 'Escala de probabilidad PHIA' },
  measures: 'likelihood',
  source: {
    instrument: 'Explaining uncertainty in UK intelligence assessment, gov.uk, 24 March 2025',
    provision: 'the probability yardstick',
    verification: 'summary-seen',
  },
  ordered: true,
  degrees: [
    {
      value: 'remote chance',
      label: { en: 'remote chance', es: 'posibilidad remota' },
      percent: { from: 0, to: 5, open: 'from' },
    },
    {
      value: 'highly unlikely',
      label: { en: 'highly unlikely', es: 'altamente improbable' },
      percent: { from: 10, to: 20 },
    },
    {
      value: 'unlikely',
      label: { en: 'unlikely', es: 'improbable' },
      percent: { from: 25, to: 35 },
    },
    {
      value: 'realistic possibility',
      label: { en: 'realistic possibility', es: 'posibilidad realista' },
      percent: { from: 40, to: 50, open: 'to' },
    },
    {
      value: 'likely',
      label: { en: 'likely', es: 'probable' },
      also: ['probable'],
      percent: { from: 55, to: 75 },
    },
    {
      value: 'highly likely',
      label: { en: 'highly likely', es: 'altamente probable' },
      percent: { from: 80, to: 90 },
    },
    {
      value: 'almost certain',
      label: { en: 'almost certain', es: 'casi seguro' },
      percent: { from: 95, to: 100, open: 'to' },
    },
  ],
}

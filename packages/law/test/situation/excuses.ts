import type { Facts } from '../../src/fact.ts'
import type { Situation, Situations } from './situation.ts'

/** What each excuse can come to; `invoked` and `other` are facts that do and do not invoke it. */
const excuse = (
  article: string,
  invoked: NonNullable<Facts['excuse']>,
  holds: readonly [says: string, source: string],
  fails: readonly [says: string, source: string],
): readonly Situation[] => [
  [...holds, { excuse: invoked, excuseHolds: true }, 'not-satisfied'],
  [...fails, { excuse: invoked, excuseHolds: false }, 'satisfied'],
  ['nothing is invoked', `ARSIWA ${article}: it has to be there`, { excuse: 'none' }, 'satisfied'],
  ['it is invoked, and nobody has looked', 'ours', { excuse: invoked }, 'unknown'],
  ['what is invoked is not on record', 'ours', {}, 'unknown'],
]

export const excuses: Situations = {
  'arsiwa-20-excuse': excuse(
    '20',
    'consent',
    ['the State affected had agreed to the access', 'ARSIWA 20'],
    ['what was agreed did not cover it', 'ARSIWA 20: valid consent to the act'],
  ),
  'arsiwa-21-excuse': excuse(
    '21',
    'self-defence',
    ['it answered an armed attack, under the Charter', 'ARSIWA 21'],
    ['there was no armed attack to answer', 'ARSIWA 21: lawful self-defence'],
  ),
  'arsiwa-22-excuse': excuse(
    '22',
    'countermeasure',
    ['we had broken an obligation before', 'ARSIWA 22'],
    ['nothing of ours came before', 'ARSIWA 22: in answer to a prior wrong'],
  ),
  'arsiwa-23-excuse': excuse(
    '23',
    'force-majeure',
    ['an irresistible force', 'ARSIWA 23'],
    ['the event could be foreseen', 'ARSIWA 23: unforeseen'],
  ),
  'arsiwa-24-excuse': excuse(
    '24',
    'distress',
    ['no other reasonable way to save lives', 'ARSIWA 24'],
    ['there was another way', 'ARSIWA 24: no other reasonable way'],
  ),
  'arsiwa-25-excuse': excuse(
    '25',
    'necessity',
    ['the only way out of a grave and imminent peril', 'ARSIWA 25'],
    ['the peril was not imminent', 'ARSIWA 25; Gabčíkovo-Nagymaros, paras 51-57'],
  ),
  'arsiwa-26-27': [
    [
      'a peremptory norm was broken, so that nothing excuses',
      'ARSIWA 26',
      { obligation: 'peremptory' },
      'satisfied',
    ],
    ['sovereignty was broken', 'ARSIWA 26', { obligation: 'bilateral' }, 'not-satisfied'],
    ['it is not known what was broken', 'ours', {}, 'unknown'],
  ],
}

import { inFile, type Mutant } from './mutate-fault.ts'

const mandate = inFile('mandate.ts')
const matter = inFile('matter.ts')
const certificate = inFile('certificate.ts')
const end = inFile('end.ts')
const silence = inFile('silence.ts')
const judge = inFile('judge.ts')
const reading = inFile('reading.ts')

/** What is easy to get wrong in what the end of a mandate does. */
export const MANDATE_MUTANTS: readonly Mutant[] = [
  mandate(
    'a mandate ends a second early',
    'quorum) >= mandate.until',
    'quorum) >= mandate.until - 1',
  ),
  mandate('a mandate ends a second late', 'quorum) >= mandate.until', 'quorum) > mandate.until'),
  mandate(
    'a mandate ends by a tree that does not hold it',
    'givenAt < cited[party]! &&',
    'cited[party]! >= 0 &&',
  ),
  mandate(
    'any certificate of something run out ends a mandate',
    ' || effect.of !== effect.on)',
    ')',
  ),
  mandate(
    'what was signed before the end falls too',
    'end.keyid === keyid && end.from <= index',
    'end.keyid === keyid && index >= 0',
  ),
  mandate(
    'the first act beyond the end stays',
    'end.keyid === keyid && end.from <= index',
    'end.keyid === keyid && end.from < index',
  ),
  mandate(
    'every key of the party ends with one',
    'end.keyid === keyid && end.from',
    'end.keyid !== undefined && end.from',
  ),
  mandate(
    'one ended key is enough to void',
    'unmandated.some(({ length }) => length === 0)',
    'unmandated.every(({ length }) => length === 0)',
  ),
  mandate(
    'what is on record stays',
    'return { ...logged, unmandated, void: reason(logged.keyids) }',
    'return { ...logged, unmandated }',
  ),
  matter(
    'a certificate is known before it is filed',
    'known.some((one) => isIn(one, sizes))',
    'known.length > 0 && sizes !== undefined',
  ),
  matter(
    'a voice without a mandate counts',
    '? weakestOf([before, moment.voice])',
    '? moment.voice',
  ),
  matter(
    'a voice without a mandate takes nothing back',
    '? weakestOf([before, moment.voice])',
    '? before',
  ),
  matter(
    'a receipt without a mandate is one',
    'acknowledged[elector]!.find(({ unmandated }) => !isUnmandated(unmandated, sizes))?.at',
    'acknowledged[elector]!.find(() => sizes !== undefined)?.at',
  ),
  certificate(
    'a text without a mandate is adopted',
    'if (isUnmandated(version.unmandated, cited)) return []',
    '',
  ),
  end('a reaffirmation without a mandate is one', ' && !isUnmandated(one.unmandated, cited)', ''),
  silence(
    'by silence a voice without a mandate counts',
    'historyIn(matter.histories[elector]!, certificate.cited)',
    'matter.histories[elector]!',
  ),
  silence(
    'by silence a receipt without a mandate is one',
    'acknowledgedIn(matter, elector, certificate.cited)',
    'acknowledgedAt(matter, elector)',
  ),
  judge(
    'the gate takes a receipt without a mandate',
    'deemed: acknowledgedIn(matter, elector, sizes) !== undefined,',
    'deemed: matter.acknowledged[elector]!.length > 0,',
  ),
  reading(
    'a cut that grew by the certificate is not read anew',
    '    isSameKnown(a.unmandated, b.unmandated) &&\n',
    '',
  ),
]

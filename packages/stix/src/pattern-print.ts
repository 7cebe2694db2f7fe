import type { Comparison, Constant, Observation, Qualifier, Test } from './pattern.ts'

const WORD = /^[A-Za-z_][A-Za-z0-9_]*$/
const TYPE = /^[A-Za-z_][A-Za-z0-9_-]*$/
const PLACE = /^\[(?:\*|[+-]?(?:0|[1-9]\d*))\]$/
const RESERVED = new Set(
  'AND OR NOT FOLLOWEDBY LIKE MATCHES ISSUPERSET ISSUBSET EXISTS IN START STOP SECONDS TIMES WITHIN REPEATS true false'.split(
    ' ',
  ),
)

/**
 * Writes a pattern as one line of canonical text: one space between words, parentheses only where the
 * tree needs them, quotes only where a name needs them. `parsePattern` reads the same tree from it.
 */
export function printPattern(observation: Observation): string {
  switch (observation.kind) {
    case 'observed':
      return `[${printTest(observation.test)}]`
    case 'and':
    case 'or':
    case 'followed-by':
      return printJoined(observation)
    case 'qualified': {
      const { of, qualifiers } = observation
      const isPlain = of.kind === 'observed' && kindsOf(qualifiers).size === qualifiers.length
      return [
        isPlain ? printPattern(of) : `(${printPattern(of)})`,
        ...qualifiers.map(printQualifier),
      ].join(' ')
    }
  }
}

const kindsOf = (qualifiers: readonly Qualifier[]) => new Set(qualifiers.map(({ kind }) => kind))

// How tightly each joins: a part that joins less tightly than its whole, or as tightly, stands in parentheses.
const STRENGTH = {
  'followed-by': 1,
  or: 2,
  and: 3,
  qualified: 4,
  observed: 4,
  comparison: 4,
} as const
const JOINS = { 'followed-by': ' FOLLOWEDBY ', or: ' OR ', and: ' AND ' } as const

function printJoined({ kind, of }: Extract<Observation, { kind: keyof typeof JOINS }>): string {
  return of
    .map((one) =>
      STRENGTH[one.kind] > STRENGTH[kind] ? printPattern(one) : `(${printPattern(one)})`,
    )
    .join(JOINS[kind])
}

function printTest(test: Test): string {
  if (test.kind === 'comparison') return printComparison(test)
  return test.of
    .map((one) =>
      STRENGTH[one.kind] > STRENGTH[test.kind] ? printTest(one) : `(${printTest(one)})`,
    )
    .join(JOINS[test.kind])
}

function printComparison({ type, path, operator, isNegated, constants }: Comparison): string {
  const name = TYPE.test(type) ? type : `"${type.replaceAll('"', '""')}"`
  const property = `${name}:${path.map(printStep).join('')}`
  if (operator === 'EXISTS') return `EXISTS ${property}`
  const values = constants.map(printConstant).join(', ')
  return [
    property,
    ...(isNegated ? ['NOT'] : []),
    operator,
    operator === 'IN' ? `(${values})` : values,
  ].join(' ')
}

function printStep(step: string, at: number): string {
  if (at > 0 && PLACE.test(step)) return step
  return `${at > 0 ? '.' : ''}${WORD.test(step) && !RESERVED.has(step) ? step : quoted(step)}`
}

const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, '\\$&')}'`

function printConstant({ kind, value }: Constant): string {
  switch (kind) {
    case 'string':
      return quoted(value)
    case 'hex':
      return `h'${value}'`
    case 'binary':
      return `b'${value}'`
    case 'timestamp':
      return `t'${value}'`
    case 'number':
      return decimal(value)
    case 'boolean':
      return value ? 'true' : 'false'
  }
}

function printQualifier(qualifier: Qualifier): string {
  switch (qualifier.kind) {
    case 'within':
      return `WITHIN ${decimal(qualifier.seconds)} SECONDS`
    case 'repeats':
      return `REPEATS ${decimal(qualifier.times)} TIMES`
    case 'start-stop':
      return `START t'${qualifier.start}' STOP t'${qualifier.stop}'`
  }
}

/** The language has no exponents: `1e-7` is written `0.0000001`. */
function decimal(value: number): string {
  if (Object.is(value, -0)) return '-0'
  // A constant of more digits than a number has; this one is read as the same.
  if (!Number.isFinite(value)) return `${value < 0 ? '-' : ''}1${'0'.repeat(309)}`
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))!
  if (exponent === undefined) return String(value)
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  return point > 0
    ? `${sign}${digits.padEnd(point, '0')}`
    : `${sign}0.${'0'.repeat(-point)}${digits}`
}

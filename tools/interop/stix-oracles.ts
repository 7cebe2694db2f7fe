import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import {
  matchPattern,
  observableId,
  observedIn,
  parsePattern,
  StixError,
  validateObject,
  type Finding,
} from '@entente/stix'
import type { Part } from './part.ts'
import { OBSERVED, patterns } from './stix-patterns.ts'
import { objects, observables, type Json } from './stix-questions.ts'

const ORACLES = fileURLToPath(new URL('./stix_oracles.py', import.meta.url))
const COUNTS = { objects: 2_000, observables: 500, patterns: 600 }

type Answer = {
  readonly valid?: boolean
  readonly matches?: boolean
  readonly id?: string
  readonly errors?: readonly string[]
}

/** Both sides of one question that they answer differently. */
type Difference<T> = {
  readonly of: T
  readonly ours: readonly Finding[]
  readonly theirs: readonly string[]
}
/** A difference that the text of STIX 2.1 Errata 01 decides, and how. */
type Justified<T> = {
  readonly text: string
  readonly is: (difference: Difference<T>) => boolean
}

const OBJECTS: readonly Justified<Json>[] = [
  {
    text: '3.2: defanged MUST NOT be used on any STIX Objects other than SCOs; their schemas do not look at it',
    is: ({ ours }) => ours.some(({ path }) => path === '.defanged'),
  },
  {
    text: '3.2 gives each common property its type, whichever object has it; their schemas of observables and meta objects leave those out that such an object does not use',
    is: ({ ours }) =>
      ours.some(({ path }) =>
        /^\.(?:labels|confidence|revoked|created_by_ref|lang|created|modified|object_marking_refs|external_references|extensions)\b/.test(
          path,
        ),
      ),
  },
  {
    text: '3.6: producers that version an observable MUST NOT use the default namespace; they do not look',
    is: ({ ours }) => ours.some(({ section }) => section === '3.6'),
  },
  {
    text: '5.2: sighting_of_ref MUST reference only an SDO; their schema takes any id',
    is: ({ ours }) => ours.some(({ path }) => path === '.sighting_of_ref'),
  },
  {
    text: '2.9: outside the deprecated container a reference is type--UUID; their schemas of observables take any text',
    is: ({ ours }) => ours.some(({ path, section }) => section === '2.9' && /_refs?\b/.test(path)),
  },
  {
    text: '6: a reference of an observable MUST be to the types that its property names (6.9 belongs_to_refs, 6.12 src_ref); their schemas take any id',
    is: ({ of, ours }) =>
      of['created'] === undefined &&
      ours.some(
        ({ path, reason }) => /_refs?\b/.test(path) && reason.startsWith('expected the id of'),
      ),
  },
  {
    text: '2.8: hex MUST consist of an even number of hexadecimal characters, and none is even; their schema takes two at least',
    is: ({ theirs }) => theirs.some((one) => /_hex: '' does not match/.test(one)),
  },
  {
    text: '2.12: empty lists are prohibited in STIX; they do not look into marking definitions',
    is: ({ of, ours }) =>
      of['type'] === 'marking-definition' && ours.some(({ section }) => section === '2.12'),
  },
  {
    text: '2.3: empty dictionaries are prohibited in STIX; they look at lists only',
    is: ({ ours }) => ours.some(({ section }) => section === '2.3'),
  },
  {
    text: '6.6: each value of additional_header_fields MUST always be a list of strings; their schema takes only texts',
    is: ({ of, ours, theirs }) =>
      of['type'] === 'email-message' &&
      (theirs.some((one) => one.includes('additional_header_fields')) ||
        ours.some(({ path }) => path.startsWith('.additional_header_fields'))),
  },
  {
    text: '3.2: a language code conformant to RFC 5646: the form is looked at here, and not the registry, which changes',
    is: ({ theirs }) => theirs.some((one) => one.includes('RFC 5646')),
  },
  {
    text: '11.1 limits the names of custom properties and not their values; they take no null',
    is: ({ theirs }) => theirs.some((one) => one.includes('null properties')),
  },
  {
    text: '3.9.1 names the registry of character sets, 6.1 and 6.7 advise the one of media types; neither is looked up here',
    is: ({ theirs }) => theirs.some((one) => /IANA/.test(one)),
  },
]

const PATTERNS: readonly Justified<string>[] = [
  {
    text: '9.6.1: a constant of another type than the property is no fault of a pattern, it is never met; they take only whole hashes, of which LIKE and MATCHES ask for a part',
    is: ({ of, theirs }) =>
      of.includes('hashes') && theirs.some((one) => /is not a valid .* hash/.test(one)),
  },
  {
    text: '9.5.1: WITHIN x SECONDS, x MUST be a positive number; they take 0',
    is: ({ of, ours }) => ours.length > 0 && /WITHIN 0+ /.test(of),
  },
  {
    text: '9.6.1: the set values of IN MUST be constants of homogeneous data type; stix2-patterns takes others, stix2-matcher does not',
    is: ({ of, ours }) => ours.length > 0 && / IN \(/.test(of),
  },
]

const MATCHES: readonly Justified<string>[] = [
  {
    text: '9.6.1: if the arguments are of incompatible types the result is false; they end with an error',
    is: ({ theirs }) => theirs.some((one) => /Invalid (?:IPv4|IPv6|CIDR|timestamp)/.test(one)),
  },
  {
    text: '9.6: EXISTS is a comparison operator, and may stand beside others with AND and OR; there their program breaks',
    is: ({ of, theirs }) =>
      of.includes('EXISTS') &&
      theirs.some((one) =>
        /^(?:TypeError: unsupported operand|ValueError: dictionary update)/.test(one),
      ),
  },
]

/** STIX 2.1 with the committee's own programs, on questions made by chance. */
export const stixOracles: Part = {
  name: 'STIX 2.1: stix2, stix2-validator, stix2-patterns, stix2-matcher',
  run: async ({ check, python, seed }) => {
    const ask = (questions: readonly object[]) => answersOf(python, questions)
    await check('objects conform here where they do to stix2-validator', async () => {
      const all = objects(seed, COUNTS.objects)
      const answers = await ask(all.map((object) => ({ ask: 'conforms', object })))
      const both = all.map((object, at) => {
        const ours = validateObject(object, { advice: false })
        return { of: object, ours, theirs: answers[at]!.errors ?? [] }
      })
      compare(both, OBJECTS, ({ ours, theirs }) => (ours.length === 0) === (theirs.length === 0))
    })
    await check('observables have the ids that stix2 makes', async () => {
      const all = observables(seed, COUNTS.observables)
      const answers = await ask(all.map((object) => ({ ask: 'id', object })))
      const ids = all.map((object, at) => ({
        object,
        ours: observableId(object),
        theirs: answers[at]!.id,
      }))
      const other = ids.filter(({ ours, theirs }) => ours !== theirs)
      const justified = other.filter(({ object }) => /\.\d*0Z$/.test(String(object['start'])))
      told(
        justified.length,
        '2.9: the values of the properties make the id; stix2 first writes timestamps anew, without zeros at their end',
      )
      assert.deepEqual(
        other.filter((one) => !justified.includes(one)),
        [],
      )
      assert.ok(ids.length - other.length > ids.length / 2)
    })
    const written = patterns(seed, COUNTS.patterns)
    const read = written.map((pattern) => ({ pattern, fault: faultOf(pattern) }))
    await check('patterns are read here where stix2-patterns reads them', async () => {
      const answers = await ask(written.map((pattern) => ({ ask: 'pattern', pattern })))
      const both = read.map(({ pattern, fault }, at) => ({
        of: pattern,
        ours: fault,
        theirs: answers[at]!.valid ? [] : (answers[at]!.errors ?? ['refused']),
      }))
      compare(both, PATTERNS, ({ ours, theirs }) => (ours.length === 0) === (theirs.length === 0))
    })
    await check('patterns match here what they match with stix2-matcher', async () => {
      const sound = read.flatMap(({ pattern, fault }) => (fault.length === 0 ? [pattern] : []))
      const answers = await ask(
        sound.map((pattern) => ({ ask: 'matches', pattern, observed: OBSERVED })),
      )
      const seen = OBSERVED.flatMap((one) => observedIn(one))
      const both = sound.map((pattern, at) => {
        const { matches, errors = [] } = answers[at]!
        const isMet = matchPattern(pattern, seen) !== undefined
        const theirs =
          matches === isMet ? [] : matches === undefined ? errors : [`matches: ${matches}`]
        return { of: pattern, ours: [], theirs }
      })
      compare(both, MATCHES, ({ theirs }) => theirs.length === 0)
    })
  },
}

function faultOf(pattern: string): readonly Finding[] {
  try {
    parsePattern(pattern)
    return []
  } catch (error) {
    if (!(error instanceof StixError)) throw error
    return [{ level: 'must', path: '', section: '9', reason: error.message }]
  }
}

/** Every difference has its reason in the text; what has none is a fault on one side, and is looked into. */
function compare<T>(
  all: readonly Difference<T>[],
  justified: readonly Justified<T>[],
  agree: (one: Difference<T>) => boolean,
): void {
  const differing = all.filter((one) => !agree(one))
  for (const { text, is } of justified) told(differing.filter(is).length, text)
  const unexplained = differing.filter((one) => !justified.some(({ is }) => is(one)))
  assert.deepEqual(unexplained.slice(0, 5), [])
  assert.ok(all.length - differing.length > all.length / 2, 'expected to agree on most')
}

function told(count: number, text: string): void {
  if (count > 0) console.log(`    ${count} differ by the text: ${text}`)
}

async function answersOf(python: string, questions: readonly object[]): Promise<readonly Answer[]> {
  const child = spawn(python, [ORACLES], { stdio: ['pipe', 'pipe', 'ignore'] })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  child.stdin.end(questions.map((question) => `${JSON.stringify(question)}\n`).join(''))
  assert.equal(await ended, 0)
  const answers = out.trim().split('\n')
  assert.equal(answers.length, questions.length)
  return answers.map((line) => JSON.parse(line) as Answer)
}

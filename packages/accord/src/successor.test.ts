import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '@entente/log'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import {
  bytesOf,
  charter,
  charterFields,
  keysAdd,
  openStrand,
  PARTY_IDS,
  payload,
  put,
  roots,
} from '../../../tools/vectors-case.ts'
import { certOf } from '../../../tools/vectors-example.ts'
import { certificate, complies, EVIDENCE, TEXT, type Strands } from '../../../tools/vectors-play.ts'
import {
  amendedPlay,
  recordOf,
  stateOf,
  successorFields,
} from '../../../tools/vectors-successor.ts'
import type { Attachments } from './attachment.ts'
import type { CharterId, PartyId } from './id.ts'
import { charterId, parseCharter } from './parse-charter.ts'
import { seal } from './sign.ts'
import { createStrandReader } from './strand.ts'
import { assertAmends, takenFrom, verifySuccessor, type HeldRecord } from './successor.ts'
import { verifyBundle, type Verified } from './verify-bundle.ts'

const VECTORS = new URL('../../../spec/vectors/', import.meta.url)
const textOf = (path: string) => readFileSync(new URL(path, VECTORS), 'utf8')
const list = JSON.parse(textOf('successor/list.json')) as {
  readonly successor: string
  readonly more: readonly Held[]
} & Held
type Held = {
  readonly bundle: string
  readonly amended: string
  readonly charters: readonly {
    readonly name: string
    readonly why: string
    readonly charter: string
    readonly verdict: 'succeeds' | { readonly refused: string }
  }[]
}
let known: Verified | undefined
/** Read by the first test that asks: a test fails where it cannot be read. */
const amended = (): Verified =>
  (known ??= verifyBundle(textOf('bundle/amended.json'), { crypto, charterId: list.amended }))
const held = ({ charter, cut, entries }: Verified): HeldRecord => ({
  charter,
  logged: (party) => cut[party]!.acts,
  entries: (party) => entries[party]!,
})
const verdictOf = (work: () => unknown) => {
  try {
    work()
    return 'succeeds'
  } catch (error) {
    return { refused: (error as { code?: string }).code }
  }
}

describe('a charter that amends another', () => {
  it.each(list.charters)('$name: $why', ({ charter, verdict }) => {
    const got = verdictOf(() =>
      verifySuccessor(
        held(amended()),
        amended().state,
        parseCharter(fromBase64(charter), crypto),
        crypto,
      ),
    )
    expect(got).toEqual(verdict)
  })
  it.each(list.more)('is held against $bundle', ({ bundle, amended: charterId, charters }) => {
    const record = verifyBundle(textOf(`successor/${bundle}`), { crypto, charterId })
    const got = charters.map(({ name, charter }) => [
      name,
      verdictOf(() =>
        verifySuccessor(
          held(record),
          record.state,
          parseCharter(fromBase64(charter), crypto),
          crypto,
        ),
      ),
    ])
    expect(got).toEqual(charters.map(({ name, verdict }) => [name, verdict]))
  })
  it('is proved by the version that puts it and by its certificates', () => {
    const { on, bytes, strands } = amendedPlay()
    const proved = verifySuccessor(
      held(amended()),
      amended().state,
      parseCharter(bytes, crypto),
      crypto,
    )
    const declared = recordOf(strands).logged('CO' as PartyId)[2]!
    expect(declared.act?.kind).toBe('declare')
    expect(proved).toEqual({ version: on, certificates: [declared.id] })
  })
  it('is none yet where it is put and not adopted', () => {
    const { strands, bytes, attachments } = amendedPlay()
    const record = recordOf({
      ...strands,
      CO: { ...strands.CO, entries: strands.CO.entries.slice(0, 2) },
    })
    expect(
      verdictOf(() =>
        verifySuccessor(record, stateOf(record, attachments), parseCharter(bytes, crypto), crypto),
      ),
    ).toEqual({ refused: 'amends.not-adopted' })
    expect(verdictOf(() => assertAmends(record, parseCharter(bytes, crypto), crypto))).toBe(
      'succeeds',
    )
  })
  it('takes nothing over of a strand beyond what its certificate cites', () => {
    // By majority Cedar's strand need not be cited as far as it goes.
    const under = parseCharter(
      bytesOf({
        ...charterFields(),
        steps: { charter: { rule: 'qualified-majority' } },
        minimum: 2,
        blocking: 2,
      }),
      crypto,
    )
    const here = { charter: under.id }
    const strands = Object.fromEntries(
      PARTY_IDS.map((id) => [
        id,
        {
          party: id as string as PartyId,
          entries: [seal(payload(id, { ...keysAdd(id), ...here }), roots(id))],
        },
      ]),
    ) as Strands
    put(strands.XC, { ...EVIDENCE, custodian: 'XC', ...here })
    const record = () => recordOf(strands, under)
    const sizes = { XA: 1, XB: 1, XC: 2, CO: 1 } as Record<PartyId, number>
    const { cut, keys } = takenFrom(record(), sizes, crypto)
    const { XC: _cedar, ...others } = keys as Record<string, readonly string[]>
    const { amends: _other, ...fields } = successorFields(amendedPlay().strands, {
      XA: 1,
      XB: 1,
      XC: 1,
      CO: 1,
    })
    const bytes = bytesOf({ ...fields, keys: others, amends: { case: under.id, cut } })
    const successor = charterId(bytes, crypto)
    const on = put(strands.CO, {
      kind: 'propose',
      step: { id: 'charter', kind: 'charter' },
      text: TEXT,
      successor,
      expiry: 1_795_528_000,
      ...here,
    })
    for (const id of ['XA', 'XB'] as const) put(strands[id], { ...complies(on), ...here })
    const cited = (size: number) =>
      certificate(
        { ...strands, XC: { ...strands.XC, entries: strands.XC.entries.slice(0, size) } },
        'adopted',
        on,
      )
    const attachments = new Map([[successor, bytes]]) as unknown as Attachments
    const verdict = () =>
      verdictOf(() =>
        verifySuccessor(
          record(),
          stateOf(record(), attachments),
          parseCharter(bytes, crypto),
          crypto,
        ),
      )
    const short = put(strands.CO, { ...cited(1), ...here })
    expect(stateOf(record(), attachments).steps[0]?.versions[0]?.adopted).toEqual([short])
    expect(verdict()).toEqual({ refused: 'amends.cut' })
    put(strands.CO, { ...cited(2), ...here, prev: short })
    expect(verdict()).toBe('succeeds')
  })
})

describe('the case under a successor', () => {
  const text = textOf('bundle/successor.json')

  it('is proved by itself, with keys that the charter hands down and later ones that were copied', () => {
    const { state, trusted, notProved, counts } = verifyBundle(text, {
      crypto,
      charterId: list.successor,
    })
    expect([trusted, counts.void, state.joined?.length]).toEqual([true, 0, 4])
    expect(notProved).toContain('keys-above')
  })
  it('takes key acts of the charters before its own, and no others', () => {
    const { bytes } = amendedPlay()
    const next = parseCharter(bytes, crypto)
    const third = (older: readonly string[]) =>
      parseCharter(
        bytesOf({
          ...(JSON.parse(new TextDecoder().decode(bytes)) as object),
          title: 'A third',
          amends: { case: next.id, cut: {}, ...(older.length > 0 ? { older } : {}) },
        }),
        crypto,
      )
    const first = list.amended as CharterId
    expect(third([first]).keys).toEqual(next.keys)
    expect(() => third([])).toThrow(expect.objectContaining({ code: 'charter.key-act' }))
    const reader = createStrandReader(third([first]), 'XD' as PartyId, crypto)
    const keyAct = (charter: string) =>
      seal(payload('XD', { ...keysAdd('XD'), charter }), roots('XD'))
    expect(reader.check(keyAct(first)).void).toBeUndefined()
    expect(reader.check(keyAct(next.id)).void).toBeUndefined()
    expect(reader.check(keyAct(`sha256:${'7'.repeat(64)}`)).void?.code).toBe('act.elsewhere')
  })
  it('hands on no key act that is void', () => {
    const entries = [roots('XA'), roots('XA').slice(0, 1)].map((by, at) =>
      seal(payload('XA', at === 0 ? keysAdd('XA') : certOf('XA')), by),
    )
    const reader = createStrandReader(charter, 'XA' as PartyId, crypto)
    for (const entry of entries) reader.append(entry)
    const record: HeldRecord = {
      charter,
      logged: (party) => (party === 'XA' ? reader.strand().acts : []),
      entries: (party) => (party === 'XA' ? entries : []),
    }
    const sizes = { XA: 2, XB: 0, XC: 0, CO: 0 } as Record<PartyId, number>
    expect(takenFrom(record, sizes, crypto).keys).toMatchObject({ XA: [toBase64(entries[0]!)] })
  })
  it('hands on what its charter was handed down', () => {
    const next = parseCharter(amendedPlay().bytes, crypto)
    const begun: HeldRecord = { charter: next, logged: () => [], entries: () => [] }
    const sizes = Object.fromEntries(next.parties.map(({ id }) => [id, 0])) as Record<
      PartyId,
      number
    >
    expect(Object.keys(next.keys ?? {}).length).toBeGreaterThan(2)
    expect(takenFrom(begun, sizes, crypto).keys).toMatchObject(next.keys ?? {})
  })
  it.each([
    ['disavow', { acts: [put(openStrand('XA'), EVIDENCE)], reason: 'Not ours.' }],
    ['leave', {}],
  ])('leaves a %s of the case before where it was said', (kind, said) => {
    const next = parseCharter(amendedPlay().bytes, crypto)
    const reader = createStrandReader(next, 'XA' as PartyId, crypto)
    const entry = seal(payload('XA', { kind, ...said }), roots('XA'))
    expect(reader.check(entry).void?.code).toBe('act.elsewhere')
    const here = seal(payload('XA', { kind: 'leave', charter: next.id }), roots('XA'))
    expect(reader.check(here).void).toBeUndefined()
  })
})

import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical, type ActId } from '@entente/accord'
import { toBase64 } from '@entente/log'
import type { AccusationDraft, AlarmKind, AlarmsView, AlarmView } from '../src/api.ts'
import { logIn as openSession } from '../src/cli/session.ts'
import { readConfig, writeConfig } from '../src/config.ts'
import { until } from '../src/demo/person.ts'
import { situation } from '../src/demo/texts.ts'
import { openKeys } from '../src/platform/keys/index.ts'
import { evidence, openField, says, sees, startAttacker, type Field } from './attacks/field.ts'
import { outputOf } from './entente.ts'

let field: Field
const MFA = { keyid: 'XB-mfa-1' }
const ROOT = { keyid: 'XB-root-1', key: 'root-1' }

beforeAll(async () => {
  field = await openField({ hostile: 'XB' })
}, 60_000)

afterAll(async () => field.close())

const alder = () => field.people.XA
const alarms = (person = alder()) => person.ask<AlarmsView>('/api/v1/alarms')

/** What a person is told, one of Alder's unless said. */
const told = (kind: AlarmKind, code?: string, person = alder()): Promise<AlarmView> =>
  until(`the alarm ${kind} ${code ?? ''}`, async () =>
    (await alarms(person)).alarms.find((one) => one.kind === kind && (!code || one.code === code)),
  )

/** Birch's strand as it grew. */
const history: Uint8Array[] = []
async function log(entry: Uint8Array) {
  history.push(entry)
  await field.attacker.does('logs', [entry])
}
type Hand = { readonly keyid: string; readonly key?: string }
const act = (said: object, hand: Hand = MFA) => field.attacker.does('seals', said, [hand])
/** A hostile act gets into Birch's strand, its witnesses cosign that it grew, and Alder takes it in. */
async function files(said: object, hand: Hand = MFA) {
  const { id, entry } = await act(said, hand)
  await log(entry)
  return { id, entry }
}
type Bundle = {
  readonly charter: string
  readonly strands: readonly {
    readonly origin: string
    readonly checkpoint: string
    readonly entries: readonly string[]
  }[]
}
/** A record needs a cosigned tree of every strand: one that is being fetched is waited for. */
const bundleOf = (person = alder()) =>
  until('a record of the case', () =>
    person.ask<Bundle>(`/api/v1/cases/${field.case}/bundle`).catch(() => undefined),
  )
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
const answers = (path: string, body: string | undefined, status = 200) =>
  field.attacker.does('answersTo', path, body === undefined ? undefined : { status, body })

describe('whoever asks a node for what is not theirs', () => {
  const path = () => `${alder().url}/log/${field.case.slice(7)}/state`

  test('is seen, once for each way, however often they ask', async () => {
    for (let at = 0; at < 3; at++) expect((await fetch(path())).status).toBe(401)
    const origin = field.charter.parties.find(({ id }) => id === 'XB')!.origin
    const named = `entente=("@method" "@path" "entente-to");created=1;keyid="${origin}";alg="ed25519"`
    await fetch(path(), { headers: { 'signature-input': named } })
    await until('both', async () =>
      (await alarms()).alarms.find(({ evidence: said }) => said['why'] === 'not-true'),
    )
    const [unsigned, untrue] = (await alarms()).alarms.toSorted((a, b) => b.times - a.times)
    expect(unsigned).toMatchObject({
      kind: 'refused-request',
      severity: 'notice',
      code: 'request.unsigned',
      caseId: field.case,
      times: 3,
      evidence: { why: 'unsigned' },
    })
    // Whom a request names it only names.
    expect(untrue).toMatchObject({ times: 1, evidence: { why: 'not-true', named: origin } })
    expect(untrue!.party).toBeUndefined()
  })

  test('is seen when it sends more than is taken', async () => {
    const body = 'x'.repeat(70_000)
    const url = `${alder().url}/witness/add-checkpoint`
    expect((await fetch(url, { method: 'POST', body })).status).toBe(413)
    expect(await told('flood')).toMatchObject({ code: 'request.too-large', severity: 'serious' })
  })

  test('tells nothing to who is not logged in', async () => {
    const answer = await fetch(`${alder().url}/api/v1/alarms`)
    expect([answer.status, await answer.text()]).toEqual([
      401,
      expect.stringContaining('login.missing'),
    ])
  })
})

describe('a node that serves what does not verify', () => {
  test('is seen by its false checkpoint', async () => {
    await answers('/XB/checkpoint', 'no checkpoint at all')
    expect(await told('unproved-bytes', 'strand.checkpoint')).toMatchObject({
      party: 'XB',
      partyName: 'Birch',
      severity: 'serious',
      evidence: { got: 'no checkpoint at all' },
      says: { en: expect.stringContaining('Birch') },
    })
    await answers('/XB/checkpoint', undefined)
  })

  test('is seen by a feed that says what is no hint', async () => {
    await answers('/log/feed', 'data: {"case":"all of them"}\n\n')
    expect(await told('unproved-bytes', 'feed.malformed')).toMatchObject({
      party: 'XB',
      evidence: { got: '{"case":"all of them"}' },
    })
    await answers('/log/feed', undefined)
  })

  test('is seen by a case that it offers and that is none', async () => {
    const id = 'f'.repeat(64)
    await answers(`/cases/${id}/charter`, '{}')
    await answers(`/cases/${id}/opening`, 'nothing')
    await answers('/cases', JSON.stringify({ cases: [`sha256:${id}`] }))
    expect(await told('false-opening')).toMatchObject({
      party: 'XB',
      evidence: { case: `sha256:${id}` },
    })
    await answers('/cases', undefined)
  })

  test('is seen by a case under rules of a later version: nothing of it is computed, this case goes on', async () => {
    const { id: _id, ...fields } = field.charter
    const body = canonical({ ...fields, rules: 'entente-rules/2' })
    const id = createHash('sha256').update(body).digest('hex')
    await answers(`/cases/${id}/charter`, body)
    await answers(`/cases/${id}/opening`, '{}')
    await answers('/cases', JSON.stringify({ cases: [`sha256:${id}`] }))
    const alarm = await told('newer-rules')
    expect(alarm).toMatchObject({
      severity: 'notice',
      code: 'charter.unknown-rules',
      party: 'XB',
      evidence: { case: `sha256:${id}`, mirrored: expect.stringContaining('not yet: ') },
    })
    expect(alarm.next.en).toContain('Put a version that has these rules on this node')
    expect(JSON.stringify(await alder().ask('/api/v1/cases'))).not.toContain(id)
    await answers('/cases', undefined)
  })
})

describe('an act in Birch’s strand that counts for nothing', () => {
  test('because no authority signed it', async () => {
    const { id } = await files(evidence('forged by the log'), { keyid: 'XB-log', key: 'log' })
    expect(await told('forged-act')).toMatchObject({
      severity: 'critical',
      code: 'act.unsigned',
      party: 'XB',
      caseId: field.case,
      evidence: { act: id, index: '0' },
      times: 1,
    })
  })

  test('because the rules of the case have no such kind', async () => {
    const { id } = await files({ kind: 'boycott', of: 'XC', terms: ['all of it'] })
    const alarm = await told('unknown-act')
    expect(alarm).toMatchObject({
      severity: 'notice',
      code: 'act.unknown-kind',
      party: 'XB',
      evidence: { act: id },
    })
    expect(alarm.next.es).toContain('ponga en este nodo una versión posterior')
    // Kept and witnessed: it stands in the cut of every other node, for nothing, and their states are the same.
    const standing = (party: 'XA' | 'XC') =>
      until('the act in the cut', async () => {
        const { state, digest } = await field.people[party].view(field.case)
        return state.void.find(({ act: one }) => one === id) && { state, digest }
      })
    const [alders, cedars] = [await standing('XA'), await standing('XC')]
    expect(alders.state.void).toContainEqual(
      expect.objectContaining({ act: id, code: 'act.unknown-kind' }),
    )
    expect(cedars).toEqual(alders)
  })

  test('because its signer is not competent, or because it stands there already', async () => {
    const text = { title: 'A text', lang: 'en', clauses: [{ id: '1', text: 'One.' }] }
    const step = { id: 'situation', kind: 'situation' }
    await files({ kind: 'propose', step, text })
    expect(await told('not-competent')).toMatchObject({ party: 'XB', code: 'act.not-competent' })
    const { id, entry } = await files(evidence('said once'))
    await sees(field, alder(), id)
    await log(entry)
    expect(await told('repeated-act')).toMatchObject({
      code: 'act.twice',
      severity: 'notice',
      evidence: { act: id },
    })
  })

  test('because it certifies what its own cut does not bear out', async () => {
    const step = { id: 'situation', kind: 'situation' } as const
    const { id: on } = await field.people.CO.file(field.case, 'propose', { step, text: situation })
    for (const party of ['XA', 'XC'] as const) {
      await sees(field, alder(), (await says(field, party, 'so that there is a tree')).id)
    }
    await sees(field, alder(), on)
    const { strands } = await bundleOf()
    const { state } = await alder().view(field.case)
    const closings = Object.fromEntries(
      field.charter.parties.map(({ id, origin }) => [
        id,
        [strands.find((strand) => strand.origin === origin)!.checkpoint],
      ]),
    )
    const { id } = await files({ kind: 'declare', on, result: 'adopted', cut: state.cut, closings })
    expect(await told('false-certificate')).toMatchObject({
      code: 'certificate.unproved',
      severity: 'serious',
      party: 'XB',
      evidence: { act: id, on, result: 'adopted' },
    })
    const version = (await alder().view(field.case)).state.steps[0]?.versions[0]
    expect(version?.adopted).toEqual([])
  })

  test('because it accuses without the proof', async () => {
    await files({ kind: 'accuse', of: 'XC', notes: ['one\n', 'another\n'] })
    expect(await told('false-accusation')).toMatchObject({ code: 'accuse.unproved', party: 'XB' })
  })

  test('because root keys hand over to others than those they committed to', async () => {
    const { root, threshold, next } = field.charter.parties.find(({ id }) => id === 'XB')!
    const other = [{ ...root[0]!, keyid: 'XB-root-9' }]
    await files({ kind: 'keys-root', root: other, threshold, next }, ROOT)
    expect(await told('rotation-refused')).toMatchObject({
      code: 'root.other',
      severity: 'critical',
      party: 'XB',
    })
  })
})

const digestOfNothing = () => createHash('sha256').update(randomBytes(16)).digest('base64url')
const LATE = digestOfNothing()

describe('what Birch holds and hands out', () => {
  beforeAll(async () => void (await files(notFor(LATE))))
  const notFor = (digest: string) => ({
    kind: 'note',
    sealed: [{ name: 'says', digest, to: ['XA'] }],
  })

  test('is seen where it is not the object that Birch names', async () => {
    await answers('/object/', '{"type":"malware"}')
    const objects = [
      { id: 'malware--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a222', sha256: '5c'.repeat(32) },
    ]
    await files({ ...evidence('an object of mine'), objects })
    const alarm = await told('false-object')
    expect(alarm).toMatchObject({ code: 'object.altered', party: 'XB' })
    expect(alarm.evidence).not.toHaveProperty('got')
  })

  test('is seen where it is not the words that Birch sealed', async () => {
    const digest = digestOfNothing()
    await answers(`/sealed/${digest}`, 'no age file')
    await files(notFor(digest))
    expect(await told('false-disclosure')).toMatchObject({
      code: 'disclosure.false',
      party: 'XB',
      severity: 'serious',
      evidence: { digest },
    })
  })

  test('is seen where its node computes another state from the same cut', async () => {
    const view = await until('Alder to have all that is final', async () => {
      const seen = await alder().view(field.case)
      return seen.acts.every(({ final }) => final) ? seen : undefined
    })
    const heads = { startedAt: '2026-11-26T00:00:00Z', cut: view.state.cut }
    await answers('/state', JSON.stringify({ ...heads, digest: `sha256:${'0'.repeat(64)}` }))
    expect(await told('state-differs')).toMatchObject({ code: 'state.mismatch', party: 'XB' })
    await answers('/state', undefined)
  })
})

describe('a witness', () => {
  test('that answers with what its key did not sign is seen', async () => {
    await answers('/witness/add-checkpoint', 'signed, believe me')
    await says(field, 'XA', 'for a false witness')
    expect(await told('false-witness')).toMatchObject({ code: 'witness.false', party: 'XB' })
    await answers('/witness/add-checkpoint', undefined)
  })

  test('whose clock is far from this node’s is seen, and its cosignature counts', async () => {
    const inTenMinutes = Math.floor(Date.now() / 1000) + 600
    await field.attacker.does('witnessesAt', inTenMinutes)
    const filed = await says(field, 'XA', 'for a witness of tomorrow')
    expect(filed.final).toBe(true)
    const alarm = await told('witness-clock')
    expect(alarm).toMatchObject({ code: 'witness.clock', party: 'XB' })
    expect(Number(alarm.evidence['seconds'])).toBeGreaterThan(590)
    await field.attacker.does('witnessesAt', undefined)
  })
})

test('words that Birch sealed for Alder and that do not come are seen', async () => {
  expect(await told('not-delivered')).toMatchObject({
    code: 'disclosure.late',
    severity: 'notice',
    party: 'XB',
    evidence: { digest: LATE },
  })
})

describe('a key that was taken back, and a case that was left', () => {
  test('are seen when they are used all the same', async () => {
    await files({ kind: 'leave' }, ROOT)
    await files(evidence('after I left'))
    expect(await told('after-leave')).toMatchObject({ code: 'act.after-leave', party: 'XB' })
    const pub = toBase64(openKeys(field.directoryOf('XB')).load('XB-mfa-1').publicKey)
    await files({ kind: 'keys-revoke', key: { keyid: 'XB-mfa-1', pub }, cause: 'compromise' }, ROOT)
    await files(evidence('by a thief'))
    expect(await told('revoked-key')).toMatchObject({ severity: 'critical', party: 'XB' })
  })
})

describe('whoever takes back what was cosigned', () => {
  test('is seen by an older tree that its node shows', async () => {
    const older = history.slice(0, 1)
    const { note } = await field.attacker.does('asksToCosign', older, 0, [])
    await field.attacker.does('shows', '*', older, note)
    expect(await told('rolled-back')).toMatchObject({ party: 'XB', severity: 'serious' })
    const size = history.length
    const { answers: given } = await field.attacker.does('asksToCosign', older, size, ['XA'])
    expect(given).toMatchObject([{ status: 400 }])
    expect(await told('refused-checkpoint')).toMatchObject({
      code: 'witness.refused',
      party: 'XB',
      evidence: { status: '400' },
    })
  })

  test('is seen by the second history that its log signs, and by the accusation on record', async () => {
    const { entry } = await act(evidence('another history'))
    await field.attacker.does('asksToCosign', [entry], 0, ['XA'])
    const { evidence: proof } = await told('two-histories')
    expect(Object.keys(proof)).toEqual(expect.arrayContaining(['here', 'there', 'size']))
    const path = `/api/v1/cases/${field.case}`
    const draft = await alder().post<AccusationDraft>(`${path}/accusations`, { of: 'XB' })
    const { id } = await alder().post<{ id: ActId }>(`${path}/acts`, draft)
    expect(await told('accused')).toMatchObject({
      code: 'strand.forked',
      severity: 'critical',
      party: 'XB',
      evidence: { act: id },
    })
  })
})

describe('the node’s own store', () => {
  test('that was altered is seen, and what people were told before is still there', async () => {
    const before = (await alarms()).alarms
    await field.halt('XA')
    const database = new DatabaseSync(join(field.directoryOf('XA'), 'entente.db'))
    const { changes } = database
      .prepare(
        `update entry set bytes = (select bytes from entry other where other.charter = ? and other.party = 'CO' and other.position = 0)
         where charter = ? and party = 'XC' and position = 0`,
      )
      .run(field.case, field.case)
    database.close()
    expect(changes).toBe(1)
    await field.start('XA')
    expect(await told('own-copy')).toMatchObject({ code: 'mirror.altered', party: 'XA' })
    const after = new Map((await alarms()).alarms.map((one) => [one.id, one]))
    for (const { id, firstSeen } of before) expect(after.get(id)?.firstSeen).toBe(firstSeen)
  })

  test.each([
    ['older than what its log signed', 'XA', 2, 'strand.behind'],
    ['another than what its log signed', 'CO', 1, 'strand.fork'],
  ] as const)('that is %s is seen: a twin signs elsewhere', async (_what, party, more, code) => {
    const person = field.people[party]
    const keyid = { XA: 'XA-mfa-1', CO: 'CO-office-1' }[party]
    const { charter, strands } = await bundleOf(person)
    const { origin } = field.charter.parties.find(({ id }) => id === party)!
    const own = strands.find((strand) => strand.origin === origin)!.entries.map(bytesOf)
    const others = (['XA', 'XC', 'CO'] as const).filter((one) => one !== party)
    const twin = await startAttacker()
    const url = await twin.does('becomes', {
      party,
      directory: field.directoryOf(party),
      charter: bytesOf(charter),
      urls: Object.fromEntries(others.map((one) => [one, field.urlOf(one)])),
    })
    const sealed = []
    for (let at = 0; at < more; at++)
      sealed.push(await twin.does('seals', evidence(`by a twin ${at}`, party), [{ keyid }]))
    const longer = [...own, ...sealed.map(({ entry }) => entry)]
    const asked = async () =>
      (await twin.does('asksToCosign', longer, own.length)).answers.map(({ status }) => status)
    // Who cannot read it where the party answers does not cosign it.
    expect(await asked()).toEqual([503, 503])
    field.meet(others, party, url)
    expect(await asked()).toEqual([200, 200])
    field.meet(others, party, field.urlOf(party))
    expect((await says(field, party, 'not knowing of it')).final).toBe(false)
    expect(await told('own-strand', code, person)).toMatchObject({ severity: 'critical', party })
    await twin.stop()
  })
})

test('alarms are told at the command line, in either language and as JSON', async () => {
  const session = join(field.data, 'session.json')
  await openSession(await alder().link(), session)
  const run = (...words: readonly string[]) => outputOf('alarms', '--session', session, ...words)
  const [english, spanish, json] = await Promise.all([run(), run('--lang', 'es'), run('--json')])
  expect(english).toContain('CRITICAL  Birch: its log signed two different histories')
  expect(spanish).toContain('CRÍTICA  Birch: su registro firmó dos historias distintas')
  const read = JSON.parse(json) as AlarmsView
  const ids = (await alarms()).alarms.map(({ id }) => id)
  expect(read.alarms.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
})

test('an administrator acknowledges an alarm, nobody else, and it stands as acknowledged', async () => {
  const { id } = await told('forged-act')
  const acknowledge = () => alder().post<AlarmsView>(`/api/v1/alarms/${id}/acknowledge`, {})
  await expect(acknowledge()).rejects.toThrow('person.not-competent')
  const directory = field.directoryOf('XA')
  const config = readConfig(directory)
  const people = config.people.map((one) => ({ ...one, role: 'administrator' as const }))
  writeConfig(directory, { ...config, people })
  const { alarms: all, open } = await acknowledge()
  expect(all.at(-1)).toMatchObject({ id, acknowledged: { by: 'desk' } })
  expect(open).toBe(all.length - 1)
  const unknown = alder().post(`/api/v1/alarms/${'0'.repeat(64)}/acknowledge`, {})
  await expect(unknown).rejects.toThrow('alarm.unknown')
})

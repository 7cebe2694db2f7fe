import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyBundle, type ActId } from '@entente/accord'
import { toHex } from '@entente/log'
import type { TimestampsTaken, TimestampsView } from '../src/api.ts'
import { readConfig, writeConfig } from '../src/config.ts'
import { until, type PersonClient } from '../src/demo/person.ts'
import { crypto } from '../src/platform/crypto.ts'
import { tokenIn } from '../src/timestamps/exchange.ts'
import { readToken } from '../src/timestamps/token.ts'
import {
  hasOpenssl,
  opensslVerifies,
  startAuthority,
  type TestAuthority,
} from './timestamp-authority.ts'
import { adopt, complies, entente, twoNations } from './two-nations.ts'

/** Two nations adopt a text; an authority that neither of them is attests when. */

describe.skipIf(!hasOpenssl)('timestamps', () => {
  let authority: TestAuthority
  let place: ReturnType<typeof twoNations>
  let [alder, birch]: PersonClient[] = []
  let session = ''
  let text: ActId
  const at = () => `/api/v1/cases/${place.case}/timestamps`
  const listed = () => alder!.ask<TimestampsView>(at())
  const taken = () => alder!.post<TimestampsTaken>(at(), {})

  beforeAll(async () => {
    authority = await startAuthority('Harbour Time')
    place = twoNations()
    const birchs = await place.start('XB')
    const alders = await place.start('XA', { XB: birchs.node.url })
    writePeer('XB', { XA: alders.node.url })
    ;[alder, birch] = [alders.person, birchs.person]
    session = join(place.directory, 'session.json')
    const loggedIn = await entente('login', await alder.link(), '--session', session)
    expect(loggedIn).toMatchObject({ code: 0, err: '' })
  }, 60_000)
  afterAll(async () => {
    await place.end()
    await authority.stop()
  })

  function writePeer(party: 'XA' | 'XB', peers: Readonly<Record<string, string>>) {
    writeConfig(place.dataOf(party), { ...readConfig(place.dataOf(party)), peers })
  }
  function trusting(url = authority.url, anchor = authority.anchor, every?: number) {
    const config = readConfig(place.dataOf('XA'))
    writeConfig(place.dataOf('XA'), {
      ...config,
      timestamps: [{ name: 'Harbour', url, anchor, ...(every === undefined ? {} : { every }) }],
    })
  }
  async function bundleOf(person: PersonClient): Promise<string> {
    return JSON.stringify(await person.ask<object>(`/api/v1/cases/${place.case}/bundle`))
  }
  async function verified(text: string, ...more: readonly string[]) {
    const file = join(place.directory, 'record.json')
    writeFileSync(file, text)
    return entente('verify', file, '--charter', place.case, ...more)
  }
  /** Birch says the same of the text again: one act more in the record. */
  const says = () => birch!.file(place.case, 'comply', complies(text))
  const anchorIn = (pem: string) => {
    const file = join(place.directory, 'anchor.pem')
    writeFileSync(file, pem)
    return file
  }

  test('are asked for by nobody where no authority is trusted', async () => {
    await expect(taken()).rejects.toThrow(/timestamp\.no-authority/)
    expect(await listed()).toEqual({ authorities: [], failures: [], timestamps: [] })
  })

  test('are got by the node itself when a text is adopted, over the hash of the cut and nothing else', async () => {
    trusting()
    const on = await adopt(place.case, alder!, birch!)
    text = on
    const { acts } = await alder!.view(place.case)
    const certificate = acts.find(({ act }) => act?.kind === 'declare' && act.on === on)!
    const one = await until('a token over the certificate', async () =>
      (await listed()).timestamps.find(
        ({ sizes }) => (sizes[alder!.party] ?? 0) > certificate.index,
      ),
    )
    expect(one).toMatchObject({ authority: 'Harbour', signedBy: 'O=Harbour Time, CN=Time' })
    // What the authority was told is the hash of the charter's id and the cut, by the text of spec/bundle.md.
    const { says } = readToken(tokenIn(authority.answers.at(-1)!))
    const { timestamps } = verifyBundle(await bundleOf(alder!), {
      crypto,
      charterId: place.case,
    })
    expect(timestamps.map(({ imprint }) => toHex(imprint))).toContain(toHex(says.imprint))
  })

  test('go with the record, and are proved offline by whoever trusts the authority', async () => {
    const text = await bundleOf(alder!)
    const [held] = verifyBundle(text, { crypto, charterId: place.case }).timestamps
    expect(opensslVerifies(held!.token, held!.imprint, authority.anchor)).toMatchObject({
      ok: true,
    })
    const told = await verified(text, '--tsa', anchorIn(authority.anchor))
    expect(told).toMatchObject({ code: 0, err: '' })
    expect(told.out).toMatch(
      /at \d{4}-\S+Z ± 1\.5 s, the record up to XA \d+, XB \d+ acts existed: so says O=Harbour Time, CN=Time, by the certificate O=Harbour Time, CN=Root that you gave/,
    )
    const unasked = await verified(text)
    expect(unasked).toMatchObject({ code: 0 })
    expect(unasked.out).toMatch(/not checked: \d+\. Give the certificate of one that you trust/)
  })

  test('of an authority that the reader does not trust prove nothing, and the record stays proved', async () => {
    const stranger = await startAuthority('Stranger Time')
    await stranger.stop()
    const text = await bundleOf(alder!)
    const told = await verified(text, '--json', '--tsa', anchorIn(stranger.anchor))
    expect(told.code).toBe(1)
    const { outcome, timestamps } = JSON.parse(told.out) as {
      outcome: string
      timestamps: readonly { code?: string }[]
    }
    expect(outcome).toBe('proved')
    expect(new Set(timestamps.map(({ code }) => code))).toEqual(new Set(['token.anchor']))
    const nothing = await verified(text, '--tsa', anchorIn('no certificate'))
    expect(nothing).toMatchObject({ code: 2 })
    expect(nothing.err).toMatch(/expected 1 to 16 certificates in PEM, got 0/)
  })

  test('that were put into a record from another cut are refused', async () => {
    const bundle = JSON.parse(await bundleOf(alder!)) as {
      timestamps: { sizes: Record<string, number>; token: string }[]
    }
    const [one] = bundle.timestamps
    const put = (timestamp: object) => JSON.stringify({ ...bundle, timestamps: [timestamp] })
    const tsa = ['--json', '--tsa', anchorIn(authority.anchor)] as const
    const earlier = await verified(
      put({ ...one, sizes: { ...one!.sizes, XA: one!.sizes['XA']! - 1 } }),
      ...tsa,
    )
    expect(JSON.parse(earlier.out)).toMatchObject({ timestamps: [{ code: 'token.imprint' }] })
    expect(earlier.code).toBe(1)
    const beyond = await verified(put({ ...one, sizes: { ...one!.sizes, XA: 9999 } }), ...tsa)
    expect(JSON.parse(beyond.out)).toMatchObject({ outcome: 'refused', code: 'bundle.timestamp' })
    const nonce = await verified(put({ ...one, nonce: '0000000000000001' }), ...tsa)
    expect(JSON.parse(nonce.out)).toMatchObject({ timestamps: [{ code: 'token.nonce' }] })
  })

  test('are taken by a person’s own word, from the command line', async () => {
    const before = (await listed()).timestamps.length
    const told = await entente('timestamp', place.case.slice(7, 19), '--session', session)
    expect(told).toMatchObject({ code: 0, err: '' })
    expect(told.out).toMatch(/^Harbour: \d{4}-\S+Z ± 1\.5 s \(O=Harbour Time, CN=Time\); over XA/)
    const list = await entente('timestamp', '--list', '--json', '--session', session)
    expect(JSON.parse(list.out)).toHaveLength(before + 1)
  })

  test('are got by the node itself as often as it is told, where the record has grown, and only then', async () => {
    trusting(authority.url, authority.anchor, 1)
    const whole = async () => {
      const { state } = await alder!.view(place.case)
      const { timestamps } = await listed()
      const isOver = (sizes: Readonly<Record<string, number>>) =>
        Object.entries(state.cut).every(([party, { size }]) => sizes[party] === size)
      return timestamps.some((one) => !('code' in one) && isOver(one.sizes))
    }
    for (const at of [1, 2]) {
      await says()
      await until(`token ${at} over what was said since`, async () => (await whole()) || undefined)
    }
    // What was under way has ended by then.
    await pause(2_000)
    const asked = authority.answers.length
    await pause(2_000)
    expect(authority.answers).toHaveLength(asked)
  })

  test('that an authority does not give are said to be lacking, and come when it gives them again', async () => {
    authority.meddle = () => Buffer.from('<html>come again later</html>')
    await says()
    const [failure] = await until('the failure', async () => {
      const { failures } = await listed()
      return failures.length > 0 ? failures : undefined
    })
    expect(failure).toMatchObject({ authority: 'Harbour', code: 'token.malformed' })
    authority.meddle = (answer) => answer
    await until('the token', async () =>
      (await listed()).failures.length === 0 ? true : undefined,
    )
  })

  test('that are altered on the way, replayed, too long or of a stranger are not kept', async () => {
    const before = (await listed()).timestamps.length
    const refused = async () => (await taken()).taken.map((one) => 'code' in one && one.code)
    const replayed = authority.answers.at(-1)!
    authority.meddle = (answer) =>
      Buffer.from(answer.map((octet, at) => (at === answer.length - 1 ? octet ^ 1 : octet)))
    expect(await refused()).toEqual(['token.signature'])
    authority.meddle = () => Buffer.from(replayed)
    expect(await refused()).toEqual(['token.nonce'])
    authority.meddle = (answer) => Buffer.concat([answer, Buffer.alloc(70_000)])
    expect(await refused()).toEqual(['token.too-large'])
    authority.meddle = () => Buffer.from('<html>come again later</html>')
    expect(await refused()).toEqual(['token.malformed'])
    authority.meddle = (answer) => answer
    trusting('http://127.0.0.1:9/')
    expect(await refused()).toEqual(['timestamp.unreachable'])
    const stranger = await startAuthority('Stranger Time')
    trusting(stranger.url)
    expect(await refused()).toEqual(['token.anchor'])
    await stranger.stop()
    const told = await entente('timestamp', '--session', session)
    expect(told.code).toBe(1)
    trusting()
    expect((await listed()).timestamps).toHaveLength(before)
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { papOf, tlpMarking } from '@entente/stix'
import { sharedPath } from '../../../tools/shared.ts'
import { converted, faultsIn, GIVEN, only, refusalOf } from '../test/hostile.ts'
import {
  findValues,
  fromSource,
  fromText,
  recognise,
  SourceError,
  techniquesIn,
  type Json,
} from './index.ts'

const found = (text: string) => findValues(text).map(({ kind, value }) => `${kind} ${value}`)
const SHA1 = '0123456789ABCDEF0123456789ABCDEF01234567'

describe('a value in a text', () => {
  test.each([
    ['From 192.0.2.7.', 'ipv4-addr 192.0.2.7'],
    ['all of 198.51.100.0/24.', 'ipv4-addr 198.51.100.0/24'],
    ['from 2001:db8::7 on', 'ipv6-addr 2001:db8::7'],
    ['(see WWW.Modem.example)', 'domain-name www.modem.example'],
    ['<https://Modem.example/A?b=C>.', 'url https://modem.example/A?b=C'],
    ['https://modem.example/a_(b), and', 'url https://modem.example/a_(b)'],
    ['https://modem.example/a[the modem]', 'url https://modem.example/a'],
    ['write to a.b+c@modem.example!', 'email-addr a.b+c@modem.example'],
    [`file ${SHA1}`, `sha1 ${SHA1.toLowerCase()}`],
    ['cve-2026-10001:', 'cve CVE-2026-10001'],
    ['CVE-2026-1234567890', 'cve CVE-2026-1234567890'],
    ['by T1059.001,', 'attack T1059.001'],
    ['by T1059/001,', 'attack T1059.001'],
    [
      String.raw`in C:\Program Files\Vesta\a.exe, which`,
      String.raw`path C:\Program Files\Vesta\a.exe`,
    ],
    [String.raw`in %APPDATA%\Vesta\up date.exe and`, String.raw`path %APPDATA%\Vesta\up date.exe`],
    ['in /etc/cron.d/vesta.', 'path /etc/cron.d/vesta'],
    [
      String.raw`at HKLM\Software\Vesta\Windows NT\Run;`,
      String.raw`registry-key HKEY_LOCAL_MACHINE\Software\Vesta\Windows NT\Run`,
    ],
  ])('%s', (text, value) => {
    expect(found(text)).toEqual([value])
  })

  test.each([
    ['hxxps://modem[.]example/a', 'url https://modem.example/a'],
    ['hXXp[:]//modem(.)example/', 'url http://modem.example/'],
    ['fxp://modem{.}example/a', 'url ftp://modem.example/a'],
    ['modem[dot]example', 'domain-name modem.example'],
    ['modem (dot) example', 'domain-name modem.example'],
    ['192[.]0[.]2[.]7', 'ipv4-addr 192.0.2.7'],
    ['192.0.2[.7', 'ipv4-addr 192.0.2.7'],
    ['someone [at] modem [dot] example', 'email-addr someone@modem.example'],
    ['someone[@]modem.example', 'email-addr someone@modem.example'],
    ['2001:db8[:]:7', 'ipv6-addr 2001:db8::7'],
  ])('that was made harmless is read as it was meant: %s', (text, value) => {
    expect(found(text)).toEqual([value])
    const { start, end, defanged } = findValues(`so ${text}, too`)[0]!
    expect([`so ${text}, too`.slice(start, end), defanged]).toEqual([text, true])
  })

  test.each([
    'version 10.2.3.4',
    'v1.2.3.4',
    'firmware versions before 2.4.1.7',
    'builds 7.1.2.3 through 7.1.2.9',
    '1.2.3.4-beta',
    '1.2.3.4.5',
    '300.1.2.3',
    'at 12:30:45',
    'std::copy and ::',
    'setup.py, run.sh and readme.md',
    'ASP.NET',
    'it ended.In fact',
    'T1234567 and T10591',
    'file.unknownsuffix',
    'http://server/share',
    '00000000000000000000000000000000',
    'CVE-26-1',
    'and/or, etc/passwd',
  ])('is not seen in: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  test('that was made harmless is an address, whatever stands before it', () => {
    expect(found('version 10[.]2[.]3[.]4')).toEqual(['ipv4-addr 10.2.3.4'])
    expect(found('setup[.]py')).toEqual(['domain-name setup.py'])
  })

  test('stands in the text where its place says, however many were made harmless before it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('a[.]example', 'hxxp://b[.]example/', '192.0.2[.]7', 'c.example', 'é𝄞'),
          {
            maxLength: 30,
          },
        ),
        (parts) => {
          const text = parts.join(' , ')
          expect(findValues(text).map(({ start, end }) => text.slice(start, end))).toEqual(
            parts.filter((part) => part !== 'é𝄞'),
          )
        },
      ),
    )
  })
})

const REPORT = `# Quiet modem
TLP:AMBER, was tlp:green

The modems were reached from 192.0.2.7 by T1190 and AML.T0012.

## Also seen

WARNING: These servers belong to the Tor network, so that
they could result in false positives.

- 198.51.100.7
- ${SHA1}

## Others
203.0.113.9
`

describe('a text', () => {
  test.each([
    ['TLP:AMBER+STRICT', 'amber+strict'],
    ['TLP: Amber + Strict', 'amber+strict'],
    ['TLP:AMBER STRICT', 'amber+strict'],
    ['tlp-red', 'red'],
    ['TLP RED', 'red'],
    ['TLP：RED', 'red'],
    ['TLP:CLEAR, and TLP  :  AMBER', 'amber'],
    ['TLP:GREEN', 'green'],
    // What a text may go further by has to stand there as TLP writes it.
    ['TLP GREEN', undefined],
    ['TLP-CLEAR', undefined],
  ])('that says %j goes no further than that', (said, label) => {
    const { objects } = converted('text', `${said}\n192.0.2.7`)
    expect(only(objects, 'report')[0]!['object_marking_refs']).toEqual(
      label === undefined ? undefined : [tlpMarking(label)],
    )
  })

  test.each([
    ['PAP:RED', 'PAP:RED'],
    ['pap: green, and for these PAP:AMBER', 'PAP:AMBER'],
    ['the pap, red as it was', undefined],
  ])('that says %j says what may be done with all that is in it', (said, level) => {
    const { objects } = converted('text', `${said}\n192.0.2.7`)
    for (const type of ['report', 'ipv4-addr'])
      expect(papOf(only(objects, type)[0]!), type).toBe(level)
  })

  test('is read in the time that its length takes, whatever brackets close in it', () => {
    const url = `http://a.example/(b)${')'.repeat(3_900)}`
    const finds = findValues(`${url} `.repeat(200))
    expect(finds).toHaveLength(200)
    expect(new Set(finds.map(({ value }) => value))).toEqual(new Set(['http://a.example/(b)']))
  })

  test('is a report of its values, marked as strictly as it says, with its own words', () => {
    const { objects, fields } = converted('text', REPORT)
    expect(recognise(REPORT)).toBe('text')
    expect(faultsIn(objects)).toEqual([])
    const [report] = only(objects, 'report') as [Json]
    expect(report).toMatchObject({
      name: 'Quiet modem',
      published: GIVEN.at,
      description: REPORT,
      object_marking_refs: ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'],
    })
    expect(only(objects, 'indicator')).toEqual([])
    const named = objects.filter(({ id }) =>
      (report['object_refs'] as string[]).includes(String(id)),
    )
    expect(named.map(({ type }) => type)).toEqual([
      'ipv4-addr',
      'attack-pattern',
      'ipv4-addr',
      'file',
      'ipv4-addr',
    ])
    expect(fields.find(({ field }) => field === 'atlas')?.fate).toBe('carried')
  })

  test('has ids that follow from it: the same text is the same objects', () => {
    const ids = (text: string) => converted('text', text).objects.map(({ id }) => id)
    expect(ids(REPORT)).toEqual(ids(REPORT))
  })

  test('trap 11: a warning in prose goes with the values that it speaks of, and with no others', () => {
    const { objects } = converted('text', REPORT)
    const [note, ...others] = only(objects, 'note') as [Json, ...Json[]]
    expect(others).toEqual([])
    expect(note['content']).toContain('could result in false positives')
    const about = objects.filter(({ id }) => (note['object_refs'] as string[]).includes(String(id)))
    expect(about.map((one) => one['value'] ?? one['hashes'])).toEqual([
      '198.51.100.7',
      // Written in upper case, and the same file as in lower case.
      { 'SHA-1': SHA1.toLowerCase() },
    ])
    const lines = converted('text', '- 192.0.2.7 legitimate server, abused\n- 192.0.2.8 theirs')
    expect(only(lines.objects, 'note')[0]!['object_refs']).toHaveLength(1)
  })

  test('trap 4: a technique that was renumbered is what it is now, where ATT&CK was taken in', () => {
    const technique = (number: number, id: string, more: Json = {}) => ({
      type: 'attack-pattern',
      id: `attack-pattern--5a3c2fcd-8328-42bb-a95e-${String(number).padStart(12, '0')}`,
      external_references: [{ source_name: 'mitre-attack', external_id: id }],
      ...more,
    })
    const old = technique(1, 'T1193', { revoked: true })
    const now = technique(2, 'T1566.001')
    const gone = technique(3, 'T1064', { x_mitre_deprecated: true })
    // A text that came before ATT&CK did has left an object that is known by its name alone.
    const before = only(fromText('They used T1193.', GIVEN).objects, 'attack-pattern')
    expect(before.map(({ name }) => name)).toEqual(['T1193'])
    expect(techniquesIn(before).size).toBe(0)
    const techniques = techniquesIn([
      ...before,
      old,
      now,
      gone,
      {
        type: 'relationship',
        relationship_type: 'revoked-by',
        source_ref: old.id,
        target_ref: now.id,
      },
    ])
    const { objects, fields } = fromText('T1193, T1064, T1059 and AML.T0043', {
      ...GIVEN,
      techniques,
    })
    const [report] = only(objects, 'report') as [Json]
    expect(report['object_refs']).toEqual([
      now.id,
      gone.id,
      only(objects, 'attack-pattern')[0]!['id'],
    ])
    expect(only(objects, 'attack-pattern').map(({ name }) => name)).toEqual(['T1059'])
    expect(fields).toContainEqual({
      field: 'attack T1193',
      fate: 'mapped',
      as: 'attack-pattern of ATT&CK, now T1566.001',
      count: 1,
    })
    expect(fields.find(({ field }) => field === 'atlas')).toMatchObject({ fate: 'carried' })
  })

  test('without a value in it is refused', () => {
    expect(refusalOf('text', 'Nothing happened.').code).toBe('source.nothing')
  })

  test('10,000 hostile ones are converted or refused, and nothing else happens', () => {
    const piece = fc.constantFrom(
      'hxxp',
      '[.]',
      '[',
      ']',
      '(dot)',
      '://',
      '.',
      ':',
      '::',
      '@',
      '\\',
      '/',
      '%',
      ' ',
      '\n',
      'HKLM\\',
      'C:\\',
      'a',
      '1',
      '255',
      'com',
      'example',
      'é',
      '\u0000',
      '\uD800',
      'CVE-2026-10001',
      'T1059',
      'AML.',
      'false positive',
      '0'.repeat(64),
      'ab'.repeat(20),
      'x'.repeat(200),
      '-'.repeat(200),
      '1.2.3.4',
      'TLP:RED',
      'version',
    )
    let taken = 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        for (const { start, end } of findValues(text)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        try {
          const { objects } = converted('text', text)
          if ((taken += 1) % 20 === 0) expect(faultsIn(objects)).toEqual([])
        } catch (error) {
          if (!(error instanceof SourceError)) throw error
        }
      }),
      { numRuns: 10_000 },
    )
    expect(taken).toBeGreaterThan(1_000)
  }, 240_000)

  // What grew with the square of the length would take hours: no test of ours ends then.
  test.each(['a.', 'a', '1.', 'a@', 'ab:', 'C:\\a\\', '[.]', '/etc/a ', 'HKLM\\a ', '1.2.3.4 '])(
    'costs what its length is, of %j and nothing else',
    (unit) => {
      const text = unit.repeat(1_000_000 / unit.length)
      expect(findValues(text).length).toBeLessThanOrEqual(text.length / unit.length)
    },
    60_000,
  )
})

const events = sharedPath('data/misp-events/telebots_misp-telebots.json')
describe.skipIf(!events)(events ? 'TeleBots' : 'TeleBots, left out: ../shared is not here', () => {
  test('trap 13: a text of its values finds 45 of 45 that the MISP event has', () => {
    type Attribute = { readonly type: string; readonly value: string; readonly comment: string }
    type Response = {
      readonly response: readonly [{ readonly Event: { readonly Attribute: readonly Attribute[] } }]
    }
    const { response } = JSON.parse(readFileSync(events!, 'utf8')) as Response
    const [{ Event }] = response
    const own = Event.Attribute.filter(({ type }) => type === 'sha1' || type === 'ip-dst')
    expect(own).toHaveLength(45)
    // As an analyst writes them down: hashes in upper case, addresses made harmless, a word to each.
    const text = own
      .map(({ type, value, comment }) =>
        type === 'sha1'
          ? `* ${value.toUpperCase()} ${comment}`
          : `* ${value.replace('.', '[.]')} (${comment})`,
      )
      .join('\n')
    const values = new Set(findValues(text).map(({ value }) => value))
    expect(own.filter(({ value }) => values.has(value))).toHaveLength(45)
    const { objects } = fromSource('text', text, GIVEN)
    expect(only(objects, 'note').flatMap((note) => note['object_refs'] as string[])).toHaveLength(6)
  })
})

const attack = sharedPath('data/mitre-attack')
const DUKES = 'dukes_misp-dukes-operation-ghost-event.json'
describe.skipIf(!attack)(attack ? 'ATT&CK' : 'ATT&CK, left out: ../shared is not here', () => {
  test('trap 4: the tags of a report of 2019 are read as the techniques that they are now', () => {
    const objects = ['core-objects', 'revoked-deprecated'].flatMap((part) => {
      const file = `${attack}/enterprise-attack-18.1-${part}.stix21.json.gz`
      return (JSON.parse(gunzipSync(readFileSync(file)).toString()) as { objects: readonly Json[] })
        .objects
    })
    const techniques = techniquesIn(objects)
    const now = (id: string) => techniques.get(id)?.id
    const event = readFileSync(join(attack!, '../misp-events', DUKES), 'utf8')
    const tags = [...event.matchAll(/mitre-attack-pattern=\\"[^"]* - (T\d{4})\\"/g)]
    const ids = [...new Set(tags.map(([, id]) => id!))]
    expect(ids).toHaveLength(30)
    // Nine were renumbered; the others, one without a successor among them, are what they were.
    const renumbered = ids.filter((id) => now(id) !== id).toSorted()
    expect(renumbered.map((id) => `${id} ${now(id)}`)).toEqual([
      'T1035 T1569.002',
      'T1045 T1027.002',
      'T1060 T1547.001',
      'T1077 T1021.002',
      'T1084 T1546.003',
      'T1085 T1218.011',
      'T1086 T1059.001',
      'T1107 T1070.004',
      'T1193 T1566.001',
    ])
    expect(ids).toContain('T1064')
    expect(['T1064', 'T1043'].map(now)).toEqual(['T1064', 'T1043'])
    expect(techniques.has('AML.T0012')).toBe(false)
  })
})

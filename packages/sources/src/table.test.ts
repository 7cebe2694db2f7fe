import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { papOf, parsePattern, tlpMarking } from '@entente/stix'
import { converted, faultsIn, only, refusalOf } from '../test/hostile.ts'
import { decode, previewTable, recognise, SourceError, type Json } from './index.ts'

const TABLE = `Tipo;Indicador;Primera vez;TLP;Confianza;Etiquetas;Comentario;Analista
ip;192[.]0[.]2[.]7;2026-11-20;amber;alta;modem, quiet;Se conectó; Ana
dominio;intranet;;;75;;"De dentro; y de nadie más";
sha256;${'A1'.repeat(32)};2026-11-20T08:00:00+01:00;MAUVE;;;;
mutex;Global\\quiet;;;;;;
texto;Nada de esto es un valor;;;;;;
`

describe('a table', () => {
  const { objects, fields } = converted('csv', TABLE)
  const indicators = only(objects, 'indicator')

  test('is known by the names of its columns, in either language', () => {
    expect(recognise(TABLE)).toBe('csv')
    expect(recognise('type,value\nip,192.0.2.7\n')).toBe('csv')
    expect(recognise('sha256\tfilename\n')).toBe('csv')
    expect(recognise('On Monday, we saw 192.0.2.7, and more.\n')).toBe('text')
    expect(recognise('192.0.2.7\n192.0.2.8\n')).toBe('text')
    for (const other of [
      '',
      ' \n',
      ' '.repeat(64 * 1024),
      `[${' '.repeat(64 * 1024)}`,
      '<rss>',
      '[[',
      '{',
      '[]',
      '["a"]',
      'PK\u0003\u0004',
    ])
      expect(recognise(other)).toBeUndefined()
  })

  test.each([
    ['quotes with other separators in its first line', 'value,"a; b; c; d"\n192.0.2.7,x\n'],
    ['a line end in its first line', 'value;"note\nof it"\n192.0.2.7;x\n'],
    ['empty lines before it', '\r\n\r\nvalue;note\r\n192.0.2.7;x\r\n'],
    ['its separator before it', '\uFEFFsep=|\r\nvalue|note\r\n192.0.2.7|x\r\n'],
  ])('is read with %s', (_, text) => {
    expect(recognise(text)).toBe('csv')
    const [indicator] = only(converted('csv', text).objects, 'indicator')
    expect(indicator).toMatchObject({ pattern: "[ipv4-addr:value = '192.0.2.7']" })
  })

  test('carries what stands behind its last column, and tells of it', () => {
    const text = 'value,note\n192.0.2.7,one, two,\n192.0.2.8,three,,,\n'
    const { columns } = previewTable(text)
    expect(columns.map(({ name, to }) => [name, to])).toContainEqual(['column 3', 'extension'])
    expect(columns).toHaveLength(3)
    const { objects: made, fields: told } = converted('csv', text)
    expect(told).toContainEqual({ field: 'column 3', fate: 'carried', as: 'extension', count: 1 })
    expect(JSON.stringify(only(made, 'indicator')[0])).toContain('"column 3":"two"')
  })

  test('looks for the addresses in a network, in either way of writing addresses', () => {
    const text = 'ip\n198.51.100.0/24\n2001:db8::/32\n192.0.2.7\n'
    const made = only(converted('csv', text).objects, 'indicator')
    expect(made.map(({ pattern }) => pattern)).toEqual([
      "[ipv4-addr:value ISSUBSET '198.51.100.0/24']",
      "[ipv6-addr:value ISSUBSET '2001:db8::/32']",
      "[ipv4-addr:value = '192.0.2.7']",
    ])
  })

  test('says what may be done with it', () => {
    const text = 'value,pap\n192.0.2.7,PAP:RED\n192.0.2.8,amber\n192.0.2.9,mauve\n192.0.2.10,\n'
    const { objects: made, fields: told } = converted('csv', text)
    const labels = only(made, 'indicator').map((one) => one['labels'])
    expect(labels).toEqual([['PAP:RED'], ['pap:amber'], ['pap:mauve'], undefined])
    expect(only(made, 'indicator').map(papOf)).toEqual([
      'PAP:RED',
      'PAP:AMBER',
      undefined,
      undefined,
    ])
    expect(told).toContainEqual({ field: 'pap', fate: 'mapped', as: 'indicator.labels', count: 3 })
  })

  test('says beforehand what each column becomes', () => {
    const { columns, rows } = previewTable(TABLE, 1)
    expect(columns.map(({ name, to }) => [name, to])).toEqual([
      ['Tipo', 'indicator.pattern'],
      ['Indicador', 'indicator.pattern'],
      ['Primera vez', 'indicator.valid_from, created'],
      ['TLP', 'object_marking_refs'],
      ['Confianza', 'indicator.confidence'],
      ['Etiquetas', 'indicator.labels'],
      ['Comentario', 'indicator.description'],
      ['Analista', 'extension'],
    ])
    expect(rows).toHaveLength(1)
  })

  test('is an indicator for each value, with what its row says', () => {
    expect(faultsIn(objects)).toEqual([])
    expect(indicators[0]).toMatchObject({
      name: '192.0.2.7',
      pattern: "[ipv4-addr:value = '192.0.2.7']",
      valid_from: '2026-11-20T00:00:00.000Z',
      created: '2026-11-20T00:00:00.000Z',
      confidence: 85,
      labels: ['modem', 'quiet'],
      description: 'Se conectó',
      object_marking_refs: ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'],
    })
    expect(indicators.map(({ pattern }) => pattern)).toEqual([
      "[ipv4-addr:value = '192.0.2.7']",
      "[domain-name:value = 'intranet']",
      `[file:hashes.'SHA-256' = '${'a1'.repeat(32)}']`,
      String.raw`[mutex:name = 'Global\\quiet']`,
    ])
    for (const { pattern } of indicators) parsePattern(String(pattern))
  })

  test('has the strictest label of all its columns, and one that is none beside it', () => {
    const { objects: found } = converted(
      'csv',
      'ip,tlp,marking\n192.0.2.1,GREEN,RED\n192.0.2.2,CLEAR,secret\n192.0.2.3,GREEN,\n',
    )
    const [green, red, clear] = ['green', 'red', 'clear'].map((label) => tlpMarking(label)!)
    expect(
      only(found, 'indicator').map(({ object_marking_refs: refs, labels }) => [refs, labels]),
    ).toEqual([
      [[red], undefined],
      [[clear], ['tlp:secret']],
      [[green], undefined],
    ])
  })

  test('has ended where it had when it came in, though it does not say when it began', () => {
    const { objects: found } = converted('csv', 'ip,expires\n192.0.2.1,2020-01-01\n')
    expect(only(found, 'indicator')).toMatchObject([{ valid_until: '2020-01-01T00:00:00.000Z' }])
    expect(faultsIn(found)).toEqual([])
  })

  test('is not clear where its label is none: that is kept, and read as not understood', () => {
    expect(indicators[2]).toMatchObject({ labels: ['tlp:MAUVE'] })
    expect(indicators[2]).not.toHaveProperty('object_marking_refs')
    expect(indicators[1]).not.toHaveProperty('object_marking_refs')
  })

  test('keeps what is no value as a note, and what has no property in the record', () => {
    expect(only(objects, 'note')).toMatchObject([{ content: 'Nada de esto es un valor' }])
    expect(fields.find(({ field }) => field === 'Analista')).toMatchObject({ fate: 'carried' })
    expect(fields.find(({ field }) => field === 'Confianza')).toMatchObject({
      fate: 'mapped',
      count: 2,
    })
    expect(JSON.stringify(indicators[0])).toContain('"Analista":"Ana"')
  })

  test('with columns of one kind each has an indicator for each cell', () => {
    const { objects: own } = converted(
      'csv',
      `sha1,file name,url\n${'a1'.repeat(20)},a'b.exe,hxxp://a[.]example/\n`,
    )
    expect(only(own, 'indicator').map(({ pattern }) => pattern)).toEqual([
      `[file:hashes.'SHA-1' = '${'a1'.repeat(20)}']`,
      String.raw`[file:name = 'a\'b.exe']`,
      "[url:value = 'http://a.example/']",
    ])
  })

  test.each([
    ['in UTF-16', Buffer.from(`\uFEFFtype,value,description\nip,192.0.2.7,conexión\n`, 'utf16le')],
    ['in Windows-1252', Buffer.from('type,value,description\nip,192.0.2.7,conexión\n', 'latin1')],
    ['with a mark of UTF-8', Buffer.from('\uFEFFtype,value,description\nip,192.0.2.7,conexión\n')],
  ])('%s is read as it was written', (_, bytes) => {
    const text = decode(bytes)
    expect(recognise(text)).toBe('csv')
    expect(only(converted('csv', text).objects, 'indicator')).toMatchObject([
      { description: 'conexión' },
    ])
  })

  test('of a catalogue of CVEs is that catalogue', () => {
    const text =
      'cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate,knownRansomwareCampaignUse,notes,cwes\n' +
      'CVE-2026-10001,Vesta,Terminal,Missing authentication,2026-11-20,It lets in.,Update.,2026-12-11,Known,,"CWE-306, CWE-1188"\n'
    expect(recognise(text)).toBe('kev')
    const [vulnerability] = only(converted('kev', text).objects, 'vulnerability') as [Json]
    expect(vulnerability['external_references']).toMatchObject([
      {},
      { external_id: 'CWE-306' },
      { external_id: 'CWE-1188' },
      {},
    ])
    expect(recognise('cveID,dateReported\n')).toBe('eu-kev')
  })

  test.each([
    ['without a column of values', 'colour,shape\nred,round\n', 'source.nothing'],
    ['without a row', 'type,value\n', 'source.nothing'],
    ['with a quote that is not closed', 'type,value\nip,"192.0.2.7\n', 'csv.malformed'],
  ])('%s is refused', (_, text, code) => {
    expect(refusalOf('csv', text).code).toBe(code)
  })

  test('trap 9 (the rows of EuRepoC and CFR are not here; source: none): lists in three ways, “nan”, dates the wrong way round, a shifted row and a row twice are read as what they are', () => {
    const { objects: found, fields: fates } = converted(
      'csv',
      `ip,first seen,valid until,labels,comment
192.0.2.1,2023-05-02,2023-05-01,"['Telecom', 'Health']",the wrong way round
192.0.2.2,31/12/2022,,Telecom; Health,EspaÃ±a
192.0.2.2,31/12/2022,,Telecom; Health,EspaÃ±a
192.0.2.3,nan,nan,nan,
nan,2023-05-02,,Telecom|Health,
2023-05-02,192.0.2.4,,[],shifted
`,
    )
    expect(faultsIn(found)).toEqual([])
    expect(
      only(found, 'indicator').map(({ name, valid_until: until, labels }) => [name, until, labels]),
    ).toEqual([
      ['192.0.2.1', undefined, ['Telecom', 'Health']],
      ['192.0.2.2', undefined, ['Telecom', 'Health']],
      ['192.0.2.3', undefined, undefined],
    ])
    // No value stands where one should: what the rows say is kept for people, and looked for by nobody.
    expect(only(found, 'note').map(({ content, labels }) => [content, labels])).toEqual([
      ['nan', ['Telecom', 'Health']],
      ['2023-05-02\nshifted', undefined],
    ])
    expect(fates).toContainEqual(expect.objectContaining({ field: 'valid until', fate: 'carried' }))
  })

  test('10,000 hostile ones are converted or refused, and nothing else happens', () => {
    const name = fc.constantFrom(
      'type',
      'value',
      'ip',
      'tlp',
      'first seen',
      'valid until',
      '__proto__',
      '',
      'tags',
      'confidence',
      'reference',
    )
    const cell = fc.constantFrom(
      '',
      ' ',
      '"',
      "'",
      '192.0.2.7',
      'a[.]example',
      '\\',
      '2026-11-20',
      '2026-13-40',
      'red',
      '101',
      'domain',
      'mutex',
      '\u0000',
      '\uD800',
      '__proto__',
      'x'.repeat(300),
      'CVE-2026-10001',
      "a'b",
      'https://a.example/\u2028',
    )
    let taken = 0
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 6 }),
        fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 5 }),
        (header, rows) => {
          try {
            const { objects: own } = converted(
              'csv',
              [header, ...rows].map((row) => row.join(',')).join('\n'),
            )
            for (const { pattern } of only(own, 'indicator')) parsePattern(String(pattern))
            if ((taken += 1) % 20 === 0) expect(faultsIn(own)).toEqual([])
          } catch (error) {
            if (!(error instanceof SourceError)) throw error
          }
        },
      ),
      { numRuns: 10_000 },
    )
    expect(taken).toBeGreaterThan(500)
  }, 240_000)
})

import { describe, expect, it } from 'vitest'
import { argumentOf } from '../src/argument.ts'
import { assess } from '../src/assess.ts'
import { authorityIn } from '../src/authority.ts'
import { getNorm, RULES } from '../src/countermeasure.ts'
import { FACTS, getFact, isFactId, isRestricted } from '../src/fact.ts'
import { compareKinds } from '../src/ladder.ts'
import { memorandum } from '../src/memorandum.ts'
import { ISSUES_ARGUED } from '../src/memorandum/analysis.ts'
import { changeSets } from '../src/memorandum/changes.ts'
import { INSTRUMENTS } from '../src/memorandum/applicable-law.ts'
import { plain } from '../src/memorandum/document.ts'
import { toHtml } from '../src/memorandum/html.ts'
import { toMarkdown } from '../src/memorandum/markdown.ts'
import { whatWouldChange } from '../src/other-answers.ts'
import { textOf } from '../src/text.ts'
import { VIEWS } from '../src/views/views.ts'
import { disputesAbout, type Norm, type Rule } from '../src/rule.ts'
import { flat, isAsked } from '../src/trace.ts'
import { samples } from './every-answer.ts'
import { alder, quietModem, three, withFacts } from './example.ts'

const isRule = (norm: Norm): norm is Rule => norm.kind === 'rule'

const LANGUAGES = ['en', 'es'] as const
const assessment = assess(quietModem, three, VIEWS)
/** What a reader sees of the page. */
const seen = (html: string): string =>
  html
    .replaceAll(/<style>.*?<\/style>|<[^>]+>/gs, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
/** What a reader sees of the Markdown. */
const read = (markdown: string): string => markdown.replaceAll(/\\([\\`*_[\]<>|#~&])/g, '$1')

describe.each(LANGUAGES)('the memorandum (%s)', (lang) => {
  const document = memorandum(assessment, { lang })
  const texts = { html: seen(toHtml(document)), markdown: read(toMarkdown(document)) }
  it.each(['html', 'markdown'] as const)(
    'names in %s every rule of the trace with its source and the views that differ',
    (format) => {
      const text = texts[format]
      const rules = assessment.rows
        .map(({ norm }) => getNorm(norm))
        .filter((norm) => norm.kind === 'rule')
      expect(rules.length).toBeGreaterThan(30)
      for (const rule of rules) {
        expect(text, rule.id).toContain(rule.question[lang])
        expect(text, rule.id).toContain(
          `${rule.source.citation[lang]}. ${rule.source.restatement[lang]}`,
        )
        const at = text.indexOf(`(${rule.id})`)
        const next = text.slice(
          at,
          text.indexOf(lang === 'en' ? '5 Options compared' : '5 Opciones comparadas', at),
        )
        const disputes = [...rule.disputes, ...(rule.view ? [rule.view.dispute] : [])]
        if (disputes.length === 0)
          expect(next, rule.id).toMatch(
            lang === 'en' ? /Views that differ: none/ : /Visiones que difieren: no consta/,
          )
        for (const { about, sides } of disputes) {
          expect(next, rule.id).toContain(about[lang])
          for (const { says, authorities } of sides) {
            expect(next, rule.id).toContain(says[lang])
            for (const authority of authorities)
              expect(next, rule.id).toContain(authorityIn(authority, lang))
          }
        }
      }
    },
  )
  it('gives every nation its answer, every fact its number and its evidence', () => {
    for (const { holder, conclusion } of assessment.columns)
      expect(texts.markdown).toContain(`${holder.name}: ${conclusion.words[lang]}`)
    expect(texts.markdown).toContain('| F1 |')
    for (const { assertedBy, evidence } of Object.values(quietModem.facts)) {
      const nation = quietModem.nations.find(({ code }) => code === assertedBy)
      expect(texts.markdown).toContain(nation?.name ?? assertedBy)
      for (const each of evidence) expect(texts.markdown).toContain(each)
    }
  })
  it('links each finding to the numbered facts it rests on, nation by nation', () => {
    const tables = document.blocks.filter((block) => block.kind === 'table')
    const [numbered] = tables.filter(({ rows }) => rows[0]?.[0] === 'F1')
    const all = lang === 'en' ? 'all nations' : 'todas las naciones'
    let linked = 0
    for (const { holder, trace } of assessment.columns)
      for (const each of flat(trace)) {
        if (!isAsked(each) || each.kind !== 'rule') continue
        const table = tables.find(({ caption }) => caption.endsWith(`(${each.norm})`))
        const row = table?.rows.find(([nation]) => nation === holder.name)
        const told = row?.[2] === '–' ? [] : textOf(row?.[2] ?? '').split(', ')
        const said = told?.map((number) => numbered?.rows.find(([one]) => one === number))
        expect(said?.map((fact) => fact?.[2])).toEqual(
          each.facts.map((id) => plain(getFact(id).question[lang])),
        )
        for (const fact of said ?? []) expect([holder.name, all]).toContain(fact?.[1])
        linked += each.facts.length
      }
    expect(linked).toBeGreaterThan(60)
    // The trace speaks of the same numbers, and not of the names that a program has for facts.
    expect(texts.markdown).toMatch(/› arsiwa-4: [^\n]+: F\d+, F\d+\)/)
    expect(texts.markdown).not.toMatch(/actorCapacity|independentSources/)
  })
  it('names each instrument in its language', () => {
    const named = rowsUnder(lang === 'en' ? '3 Applicable law' : '3 Derecho aplicable')
    expect(named.map(([instrument]) => instrument)).toContain(
      lang === 'en' ? 'Charter of the United Nations' : 'Carta de las Naciones Unidas',
    )
    if (lang === 'es')
      for (const [instrument] of named) expect(instrument).not.toMatch(/\b(?:of|the|Court|Rules)\b/)
  })
  it('says under each rule that was asked who has to show it, and to what standard', () => {
    for (const { id, kind, value } of assessment.columns.flatMap(argumentOf)) {
      if (kind !== 'rule' || value === 'not-asked') continue
      const { question } = getNorm(id)
      const at = document.blocks.findIndex(
        (block) => block.kind === 'table' && block.caption === plain(`${question[lang]} (${id})`),
      )
      const before = document.blocks[at - 1]
      expect(before?.kind === 'paragraph' && before.text, id).toMatch(
        lang === 'en'
          ? /^To be shown by .*; standard of proof: /
          : /^Lo debe demostrar .*; estándar de prueba: /,
      )
    }
  })
  it('says that no marking is stated where none is, and never leaves the line out', () => {
    const line = lang === 'en' ? '- Marking: ' : '- Marcado: '
    const none = lang === 'en' ? 'none is stated' : 'no consta'
    expect(texts.markdown).toContain(`${line}${none}`)
    const marked = toMarkdown(memorandum(assessment, { lang, marking: 'TLP:AMBER' }))
    expect(marked).toContain(`${line}TLP:AMBER`)
    expect(marked).not.toContain(`${line}${none}`)
  })
  it('argues each rule that is only assumed, with its source, and says once for whom it is', () => {
    const assumed = new Set(
      assessment.columns.flatMap(({ conclusion }) => conclusion.assumes.map(({ norm }) => norm)),
    )
    expect(assumed.size).toBe(7)
    const sources = texts.markdown.slice(
      texts.markdown.indexOf(lang === 'en' ? '### Sources' : '### Fuentes'),
    )
    for (const norm of [...assumed].map(getNorm)) {
      expect(texts.markdown).toContain(
        `${norm.source.citation[lang]}. ${norm.source.restatement[lang]}`,
      )
      expect(sources).toContain(`- ${norm.source.citation[lang]};`)
      const line = `: ${norm.assumed![lang]} (${norm.source.citation[lang]})`
      expect(texts.markdown.split('\n').filter((one) => one.endsWith(line))).toEqual([
        `- Alder, Birch, Cedar${line}`,
      ])
    }
  })
  /** The rows of the table under a heading, by its first words. */
  const rowsUnder = (words: string): readonly (readonly string[])[] => {
    const at = document.blocks.findIndex(
      (block) => block.kind === 'heading' && block.text.startsWith(words),
    )
    const found = document.blocks.slice(at).find((block) => block.kind === 'table')
    return found?.kind === 'table'
      ? found.rows.map((cells) => cells.map(textOf))
      : expect.fail(`expected a table under ${words}`)
  }
  const shown = rowsUnder(
    lang === 'en' ? 'What would change the answer' : 'Qué cambiaría la respuesta',
  )
  const every = rowsUnder(lang === 'en' ? 'Every set of facts' : 'Todo conjunto de hechos')
  it('says what would change the answer, issue by issue, of all nations together', () => {
    expect(every.flat().join('; ')).toContain(
      `${getFact('missionAffected').question[lang]} ${lang === 'en' ? '“yes”' : '«sí»'}; ${lang === 'en' ? 'not met (Alder, Birch, Cedar)' : 'no cumplidas (Alder, Birch, Cedar)'}`,
    )
    for (const { holder } of assessment.columns)
      expect(texts.markdown).toMatch(
        new RegExp(`^- ${holder.name}: .*${lang === 'en' ? 'sets?' : 'conjuntos'} `, 'm'),
      )
  })
  it('of each issue shows the three smallest sets, and how many more stand in the annex', () => {
    const issues = [...new Set(every.map(([issue]) => issue))]
    expect(issues.length).toBeGreaterThan(5)
    expect([...new Set(shown.map(([issue]) => issue))]).toEqual(issues)
    for (const issue of issues) {
      const all = every.filter(([under]) => under === issue)
      const [rows, more] = [
        shown.filter(([under]) => under === issue).slice(0, 3),
        shown.filter(([under]) => under === issue).slice(3),
      ]
      expect(rows).toEqual(all.slice(0, 3))
      expect(more.map(([, said]) => Number(/\d+/.exec(said!)))).toEqual(
        all.length > 3 ? [all.length - 3] : [],
      )
    }
  })
  it('has in the annex every set that was found and may be told, for every nation, and no other', () => {
    for (const column of assessment.columns) {
      const found = whatWouldChange(column).changes.map(({ facts, to }) =>
        [...facts.map(({ id, value }) => `${id}=${value}`), to].join(' '),
      )
      const told = changeSets(column).sets.flatMap(({ facts, answers, to }) =>
        answers
          .reduce<readonly string[][]>(
            (sets, each, at) =>
              sets.flatMap((set) => each.map((value) => [...set, `${facts[at]}=${value}`])),
            [[]],
          )
          .map((set) => [...set, to].join(' ')),
      )
      expect(told.toSorted()).toEqual(found.toSorted())
      const own = every.filter(([, , to]) => to!.includes(column.holder.name))
      // A set with an answer that is kept would tell it.
      const open = changeSets(column).sets.filter(({ facts }) => !facts.some(isRestricted))
      expect(own).toHaveLength(open.length)
    }
  })
  it('gives every reading its source, and says where no source gives one', () => {
    expect(texts.html).toContain(
      'Sovereignty is a rule of its own. invented for the exercise, para. 3 (',
    )
    const rowOf = (rule: string, nation: string) =>
      texts.markdown
        .slice(texts.markdown.indexOf(`(${rule})`))
        .split('\n')
        .find((line) => line.startsWith(`| ${nation} |`))
    const none = lang === 'en' ? 'no source that was read says' : 'ninguna fuente leída lo dice'
    expect(rowOf('gge-2015-28-f', 'Birch')).toContain(none)
    expect(rowOf('gge-2015-28-f', 'Alder')).toContain(
      lang === 'en' ? 'Duty to show evidence: no duty' : 'Deber de mostrar pruebas: ningún deber',
    )
    expect(rowOf('arsiwa-42', 'Alder')).toMatch(/– \|$/)
  })
  it('says that it is an exercise, that it is no ruling, and never that a measure is lawful', () => {
    expect(texts.html).toContain(lang === 'en' ? 'EXERCISE' : 'EJERCICIO')
    expect(texts.html).toContain(lang === 'en' ? 'not a ruling' : 'no un dictamen')
    expect(texts.html).not.toMatch(/\bis lawful\b|\bes lícita\b/)
  })
  it('is the same each time', () => {
    expect(toHtml(memorandum(assess(quietModem, three, VIEWS), { lang }))).toBe(toHtml(document))
  })
  it('has headings that go down one level at a time, and tables with named rows and columns', () => {
    const html = toHtml(document)
    expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${lang}">`))
    const levels = [...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level))
    expect(levels[0]).toBe(1)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [at, level] of levels.entries())
      if (at > 0) expect(level - levels[at - 1]!).toBeLessThanOrEqual(1)
    const tables = html.match(/<table>/g)?.length
    expect(html.match(/<caption>/g)).toHaveLength(tables!)
    expect(html).not.toMatch(/<(script|img|link|iframe)|\son\w+=|url\(/)
  })
})

describe('the memorandum of another kind of measure', () => {
  // Everything is raised: each fact is answered, by the first answer there is to it.
  const raised = Object.fromEntries(
    Object.keys(FACTS)
      .filter(isFactId)
      .map((id) => [id, samples(id)[1]]),
  )
  it.each(['restrictive-measure', 'necessity', 'self-defence-referral', 'statement'] as const)(
    'that is a %s has every rule of its trace with source and contrary view',
    (kind) => {
      const put = withFacts({ ...quietModem, nations: [] }, { ...raised, kind })
      const asked = assess(put, [alder], VIEWS)
      const text = read(toMarkdown(memorandum(asked, { lang: 'es' })))
      const rules = asked.rows.map(({ norm }) => getNorm(norm)).filter(isRule)
      expect(rules.length).toBeGreaterThan(0)
      for (const rule of rules) {
        expect(text, rule.id).toContain(`${rule.source.citation.es}. ${rule.source.restatement.es}`)
        const at = text.indexOf(`(${rule.id})`)
        expect(at, rule.id).toBeGreaterThan(0)
        for (const { about, sides } of disputesAbout(rule)) {
          expect(text.slice(at), rule.id).toContain(about.es)
          for (const { says } of sides) expect(text.slice(at), rule.id).toContain(says.es)
        }
      }
    },
  )
})

describe.each(LANGUAGES)('a published view that is only laid beside (%s)', (lang) => {
  const gb = VIEWS.find(({ holder }) => holder.code === 'GB')!
  const beside = toMarkdown(memorandum(assess(quietModem, [...three, gb], VIEWS), { lang }))
  const name = gb.holder.names![lang]
  it('is asked for no decision, and no text is drafted in its name', () => {
    expect(beside).toMatch(/^- (To|Para): Alder, Birch, Cedar$/m)
    expect(beside).toMatch(
      lang === 'en'
        ? /^- Laid beside theirs, and asked nothing: the published views of: United Kingdom/m
        : /^- Puestas al lado de las suyas, sin que se les pida nada: las visiones publicadas de: Reino Unido/m,
    )
    const nine = beside.slice(beside.indexOf('\n## 9 '), beside.indexOf('\n## 10 '))
    expect(nine).toContain('Alder (')
    expect(nine).not.toContain(name)
    const weighed = beside.slice(beside.indexOf('4\\.8 '), beside.indexOf('4\\.9 '))
    expect(weighed).toMatch(/^- Alder, Birch, Cedar: /m)
    // Its column is there all the same.
    expect(beside).toContain(`| ${name} | `)
  })
  it('is of whoever is asked, where the file names no nation', () => {
    const { nations: _none, ...rest } = quietModem
    const alone = memorandum(assess({ ...rest, nations: [] }, [gb], VIEWS), { lang })
    expect(toMarkdown(alone)).toMatch(new RegExp(`^- (To|Para): ${name}$`, 'm'))
  })
})

describe('markup in a fact', () => {
  const hostile =
    '<script>alert(1)</script> | [x](javascript:alert(1)) `code` https://evil.example/"onclick=1'
  const document = memorandum(assess(withFacts(quietModem, { setAside: hostile }), [alder]), {
    lang: 'en',
  })
  it('is text in the page', () => {
    const html = toHtml(document)
    expect(html).not.toContain('<script')
    expect(html).not.toMatch(/<a [^>]*onclick/)
    expect(html).not.toMatch(/href="javascript/)
    expect(seen(html)).toContain(hostile)
  })
  it('acts unseen nowhere: what would is named', () => {
    const unseen = memorandum(
      assess(withFacts(quietModem, { setAside: 'a\u0007\u202Eb\u2066 \uD800 \uFFFF\n c' }), [
        alder,
      ]),
      { lang: 'en' },
    )
    expect(toMarkdown(unseen)).toContain(
      String.raw`a\[U+0007\]\[U+202E\]b\[U+2066\] \[U+D800\] \[U+FFFF\] c`,
    )
  })
  it('begins no list in the Markdown', () => {
    expect(
      toMarkdown({
        lang: 'en',
        title: 't',
        asOf: '2026-01-01',
        foot: 'f',
        blocks: ['1. a', '2) b', '- c', '+ d'].map((text) => ({ kind: 'paragraph', text })),
      }),
    ).toBe('# t\n\n1\\. a\n\n2\\) b\n\n\\- c\n\n\\+ d\n')
  })
  it('is text in the Markdown', () => {
    const line = toMarkdown(document)
      .split('\n')
      .find((each) => each.includes('alert(1)'))!
    expect(line).not.toMatch(/(?<!\\)<script/)
    expect(line).not.toMatch(/(?<!\\)\[x/)
    expect(line.match(/(?<!\\)\|/g)).toHaveLength(7)
  })
})

describe('an object to deter', () => {
  it('is refused on the first page, with the provision', () => {
    const refused = assess(withFacts(quietModem, { object: 'deter' }), [alder])
    const text = read(toMarkdown(memorandum(refused, { lang: 'en' })))
    expect(text.slice(0, text.indexOf('2 Facts relied on'))).toContain(
      'Refused (Alder): to deter is refused as an object: Article 49(1)',
    )
  })
})

describe('the parts of the template', () => {
  const parts = (lang: 'en' | 'es') =>
    memorandum(assessment, { lang }).blocks.flatMap((block) =>
      block.kind === 'heading' ? [`${'#'.repeat(block.level)} ${block.text}`] : [],
    )
  it.each(LANGUAGES)('stand in %s, each once and in their order', (lang) => {
    const numbers = parts(lang).flatMap((part) => /^## (\d+) /.exec(part)?.[1] ?? [])
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
    const issues = parts(lang).flatMap((part) => /^### 4\.(\d+) /.exec(part)?.[1] ?? [])
    for (let issue = 1; issue <= 11; issue += 1) expect(issues).toContain(String(issue))
    expect(issues).toEqual(issues.toSorted((a, b) => Number(a) - Number(b)))
  })
  it('have a head that says to whom, for which decision, on which law and whose facts', () => {
    const [, , head] = memorandum(assessment, {
      lang: 'en',
      marking: 'TLP:AMBER',
      factsHash: 'sha256:00',
    }).blocks
    expect(head?.kind === 'list' && head.items).toEqual([
      'To: Alder, Birch, Cedar',
      'Marking: TLP:AMBER',
      expect.stringMatching(/^Measure: /),
      'State held responsible: Hawthorn',
      'Decision asked of each of them: whether to take this measure (a countermeasure)',
      expect.stringMatching(
        /^Facts as of 2026-11-24\. Assessed as of 2026-11-24\. Law base: entente-law-\d+-\d{4}-\d\d-\d\d-[0-9a-f]{16}, stated to \d{4}-\d\d-\d\d\.$/,
      ),
      'Hash of the facts: sha256:00',
      'Author (adviser), word and date: to be added and signed',
    ])
  })
  it('name every instrument of the rules under its kind of law', () => {
    expect(new Set(RULES.map(({ source }) => source.instrument))).toEqual(new Set(INSTRUMENTS))
  })
  it('compare at least a statement, retorsion, a listing and a countermeasure', () => {
    const rungs = compareKinds(quietModem, alder)
    expect(rungs.map(({ kind, value, asks }) => [kind, value, asks])).toEqual([
      ['statement', 'unknown', ['breaksObligation']],
      ['demarche', 'unknown', ['breaksObligation']],
      ['criminal-process', 'unknown', ['breaksObligation']],
      ['retorsion', 'unknown', ['breaksObligation']],
      ['restrictive-measure', 'unknown', ['breaksObligation']],
      ['countermeasure', 'satisfied', []],
    ])
    // As recorded of the planned kind, and only of it.
    const planned = withFacts(quietModem, { kind: 'statement', breaksObligation: false })
    expect(
      compareKinds(planned, alder)
        .map(({ value }) => value)
        .slice(0, 2),
    ).toEqual(['satisfied', 'unknown'])
  })
  it('end on who dissents: in the law, and in the voices', () => {
    const { blocks } = memorandum(assessment, {
      lang: 'en',
      notes: {
        version: 1,
        marking: 'TLP:AMBER',
        readers: [],
        voices: [
          { nation: 'Alder', union: 'complies', national: 'complies', reservations: [], act: 'a' },
          {
            nation: 'Cedar',
            union: 'complies',
            national: 'objects',
            statement: 'Not yet.',
            reservations: [],
            act: 'c',
          },
        ],
        evidence: [],
        calls: [],
        notices: [],
        assessments: [],
        conflicts: [],
        published: [],
      },
    })
    const last = blocks.at(-1)
    const items = last?.kind === 'list' ? last.items.map(textOf) : []
    expect(items).toContain('Cedar: Objects. “Not yet.” (c)')
    expect(items.some((item) => item.startsWith('Alder:'))).toBe(false)
    expect(items[0]).toMatch(/^Is sovereignty a rule .* Alder, Cedar: it is a rule .*; Birch: /)
  })
})

describe('the issues of a memorandum', () => {
  it('hold every rule once', () => {
    const argued = ISSUES_ARGUED.flatMap(({ rules }) => rules)
    expect(argued.toSorted()).toEqual(RULES.map(({ id }) => id).toSorted())
  })
})

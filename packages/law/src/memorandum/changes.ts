import type { Language } from '@entente/lexicon'
import type { Assessment, Column } from '../assess.ts'
import { RULES } from '../countermeasure.ts'
import { type FactId, getFact, isRestricted } from '../fact.ts'
import type { Value } from '../finding.ts'
import { type Change, whatWouldChange } from '../other-answers.ts'
import { raisedBy, type Rule } from '../rule.ts'
import { holderName } from '../view.ts'
import { ISSUES_ARGUED } from './analysis.ts'
import { quoted } from './case-words.ts'
import { type Block, heading, list, paragraph, table } from './document.ts'
import { valueInWords } from './facts.ts'
import { VALUE_WORDS, WORDS } from './words.ts'

type Said = Change['facts'][number]['value']

/** Answers fact by fact: any of each goes with any of the others. */
type Answers = readonly (readonly Said[])[]

/** Sets of the same facts that come to the same. */
export type ChangeSet = {
  readonly facts: readonly FactId[]
  readonly answers: Answers
  readonly to: Value
}

type ChangeSets = {
  readonly sets: readonly ChangeSet[]
  readonly whole: boolean
  readonly upTo: number
}

/** What would change the answer for one nation, smallest sets first, and whether every set was tried. */
export function changeSets(column: Column): ChangeSets {
  const { changes, whole, upTo } = whatWouldChange(column)
  const found = new Map<string, Omit<ChangeSet, 'answers'> & { readonly answers: Answers[] }>()
  for (const { facts, to } of changes) {
    const ids = facts.map(({ id }) => id)
    const key = [...ids, to].join(' ')
    const known = found.get(key) ?? { facts: ids, to, answers: [] }
    known.answers.push(facts.map(({ value }) => [value]))
    found.set(key, known)
  }
  const sets = [...found.values()].flatMap(({ facts, to, answers }) =>
    together(answers).map((each) => ({ facts, answers: each, to })),
  )
  return { sets: sets.toSorted((a, b) => a.facts.length - b.facts.length), whole, upTo }
}

/** Sets that differ in one fact alone are put together, until no two do: none is lost, and none comes to it. */
function together(sets: readonly Answers[]): readonly Answers[] {
  let found = sets
  for (let at = 0; at < (sets[0]?.length ?? 0); at += 1) {
    const alike = new Map<string, Answers>()
    for (const each of found) {
      const key = JSON.stringify(each.toSpliced(at, 1))
      const known = alike.get(key)
      alike.set(key, known ? known.with(at, [...known[at]!, ...each[at]!]) : each)
    }
    found = [...alike.values()]
  }
  return found.length < sets.length ? together(found) : found
}

/** The same without what would tell a kept answer. */
export function changesTold(column: Column): ChangeSets {
  const found = changeSets(column)
  return { ...found, sets: found.sets.filter(isTold) }
}

/** The same for one nation as lines: each set of facts, and what it would come to. */
export function changeLines(column: Column, lang: Language): readonly string[] {
  const found = changesTold(column)
  return [
    ...found.sets.map((set) => `${setInWords(set, lang)}: ${VALUE_WORDS[set.to][lang]}`),
    triedInWords(found, lang),
  ]
}

/** What a kept answer would have to become tells what it is. */
const isTold = ({ facts }: ChangeSet): boolean => !facts.some(isRestricted)

const triedInWords = ({ whole, upTo }: ChangeSets, lang: Language): string =>
  WORDS[whole ? 'allTried' : 'notAllTried'][lang].replace('{upTo}', String(upTo))

/** Each question with the answers that change something, one after the other. */
const setInWords = ({ facts, answers }: Omit<ChangeSet, 'to'>, lang: Language): string =>
  facts
    .map((id, at) => {
      const said = answers[at]!.map((value) => quoted(valueInWords(id, value, lang), lang))
      return `${getFact(id).question[lang]} ${said.join(` ${WORDS.or[lang]} `)}`
    })
    .join(' + ')

/** One set, with what each nation comes to for which it changes the answer. */
type Row = Omit<ChangeSet, 'to'> & { readonly to: { nation: string; value: Value }[] }

/** How many sets of an issue stand in the text; all of them stand in the annex. */
const SHOWN = 3

/** Part 6: issue by issue the smallest sets, of all nations together. */
export const wouldChange = ({ columns }: Assessment, lang: Language): readonly Block[] => [
  heading(3, WORDS.wouldChange[lang]),
  paragraph(WORDS.wouldChangeNote[lang]),
  ...tableOf(
    byIssue(columns, lang).flatMap(({ title, rows }) => [
      ...rows.slice(0, SHOWN).map((row) => rowInWords(title, row, lang)),
      ...(rows.length > SHOWN
        ? [[title, WORDS.moreInAnnex[lang].replace('{n}', String(rows.length - SHOWN)), '–']]
        : []),
    ]),
    'wouldChange',
    lang,
  ),
  list(
    columns.map(
      (column) => `${holderName(column.holder, lang)}: ${triedInWords(changeSets(column), lang)}`,
    ),
    '',
  ),
]

/** Every set, where part 6 does not show every one. */
export function everyChange({ columns }: Assessment, lang: Language): readonly Block[] {
  const issues = byIssue(columns, lang)
  if (issues.every(({ rows }) => rows.length <= SHOWN)) return []
  const all = issues.flatMap(({ title, rows }) => rows.map((row) => rowInWords(title, row, lang)))
  return [heading(3, WORDS.everyChange[lang]), ...tableOf(all, 'everyChange', lang)]
}

const tableOf = (
  rows: readonly (readonly string[])[],
  caption: 'wouldChange' | 'everyChange',
  lang: Language,
): readonly Block[] =>
  rows.length === 0
    ? [paragraph(WORDS.nothingChanges[lang])]
    : [
        table(
          WORDS[caption][lang],
          [WORDS.issue[lang], WORDS.saidOtherwise[lang], WORDS.finding[lang]],
          rows,
        ),
      ]

function rowInWords(title: string, { to, ...set }: Row, lang: Language): readonly string[] {
  const values = [...new Set(to.map(({ value }) => value))]
  const comesTo = values.map((value) => {
    const nations = to.filter((each) => each.value === value).map(({ nation }) => nation)
    return `${VALUE_WORDS[value][lang]} (${nations.join(', ')})`
  })
  return [title, setInWords(set, lang), comesTo.join('; ')]
}

type Issue = { readonly title: string; readonly rows: readonly Row[] }

/** Sets under the issue that asks for the first of their facts, or that it makes arise; of each, the smallest first. */
function byIssue(columns: readonly Column[], lang: Language): readonly Issue[] {
  const rows = new Map<string, Row>()
  for (const column of columns)
    for (const { facts, answers, to } of changesTold(column).sets) {
      const key = JSON.stringify([facts, answers])
      const row = rows.get(key) ?? { facts, answers, to: [] }
      row.to.push({ nation: holderName(column.holder, lang), value: to })
      rows.set(key, row)
    }
  const ordered = [...rows.values()].toSorted((a, b) => a.facts.length - b.facts.length)
  return [...ISSUES_ARGUED, OTHER].flatMap((issue) => {
    const under = ordered.filter(({ facts: [first] }) => issueOf(first!) === issue)
    return under.length === 0 ? [] : [{ title: issue.title[lang], rows: under }]
  })
}

/** What only decides which questions arise belongs to no issue. */
const OTHER: (typeof ISSUES_ARGUED)[number] = { title: WORDS.noIssue, rules: [] }

const issueOf = (fact: FactId): (typeof ISSUES_ARGUED)[number] =>
  ISSUES_ARGUED.find(({ rules }) => rules.some((id) => ruleOf(id).facts.includes(fact))) ??
  ISSUES_ARGUED.findLast(({ rules }) => rules.some((id) => raisedBy(ruleOf(id)).has(fact))) ??
  OTHER

const ruleOf = (id: string): Rule => RULES.find((rule) => rule.id === id)!

import {
  COUNT_WORDS,
  decisionRule,
  ruleOf,
  RuleName,
  StepKind,
  type Charter,
  type Custody,
} from '@entente/accord'
import { findSource } from '@entente/law'
import { define, findTerm, label, type Language } from '@entente/lexicon'
import { faulty, quorum } from '@entente/log'
import type { CharterChanges, CharterTold, FoundingView } from '../api.ts'

/** A charter in both languages. */
export function charterTold(charter: Charter): CharterTold {
  const told = (language: Language) => {
    const [title, place] = charterHead(charter, language)
    return { title, place, parts: charterSaid(charter, language) }
  }
  return { exercise: charter.exercise, en: told('en'), es: told('es') }
}

/** A charter in plain language: who, under which rules from where, and what the numbers come to. */
export const charterSaid = (charter: Charter, language: Language): CharterTold[Language]['parts'] =>
  linesOf(charter, language)
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => ({ title, lines: lines.map(([, line]) => line) }))

/** What a line is about, and the line. */
type Line = readonly [string, string]

function linesOf(charter: Charter, language: Language) {
  const words = WORDS[language]
  return [
    { title: words.parties, lines: parties(charter, language) },
    { title: words.rules, lines: rules(charter, language) },
    { title: words.witnesses, lines: witnesses(charter, language) },
    { title: words.times, lines: times(charter, language) },
    { title: words.custody, lines: custody(charter, language) },
    { title: words.goals, lines: goals(charter, language) },
    { title: words.sharing, lines: [['tlp', words.sharedTo(charter.tlp)] as const] },
  ]
}

/** What a charter says otherwise than another: part by part what it was and what it is, where one of them says it. */
export function charterChanges(
  before: Charter,
  after: Charter,
  language: Language,
): CharterChanges[Language] {
  const [was, now] = [before, after].map((charter) => linesOf(charter, language))
  const titles = [before, after].map((charter) => charterHead(charter, language)[0])
  const parts = now!.map(({ title, lines }, part) => ({
    title,
    lines: differing(was![part]!.lines, lines),
  }))
  const named = {
    title: WORDS[language].named,
    lines: differing([['', titles[0]!]], [['', titles[1]!]]),
  }
  return [named, ...parts].filter(({ lines }) => lines.length > 0)
}

function differing(was: readonly Line[], now: readonly Line[]) {
  const [before, after] = [new Map(was), new Map(now)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((about) => {
    const [old, next] = [before.get(about), after.get(about)]
    if (old === next) return []
    return [
      { ...(old === undefined ? {} : { was: old }), ...(next === undefined ? {} : { now: next }) },
    ]
  })
}

/** What stands above it: its title, and whether it is an exercise, a root case or a case under one. */
export function charterHead(
  { title, exercise, parent }: Omit<Charter, 'id'>,
  language: Language,
): readonly [string, string] {
  const words = WORDS[language]
  return [
    `${title}${exercise ? ` (${words.exercise})` : ''}`,
    parent ? words.under(parent.case) : words.root,
  ]
}

function parties({ parties: named, chair }: Charter, language: Language): readonly Line[] {
  const words = WORDS[language]
  const total = named.reduce((sum, { population = 0 }) => sum + population, 0)
  return named.map(({ id, name, role, population, root, threshold }) => {
    const weight = population === undefined ? words.noVoice : words.weight(population, total)
    const as = findTerm(role)?.label[language].toLowerCase() ?? role
    const keys = words.keys(threshold, root.length)
    return [
      id,
      `${id} ${name}: ${as}, ${weight}; ${keys}${id === chair ? `; ${words.chair}` : ''}`,
    ] as const
  })
}

function rules(charter: Charter, language: Language): readonly Line[] {
  const { steps, chair, minimum, blocking, doubleThirdUnderMajority } = charter
  const words = WORDS[language]
  const named = StepKind.options.filter((kind) => steps[kind])
  const lines = named.map((kind) => {
    const { rule, by = chair } = steps[kind]!
    return [
      kind,
      `${label(kind, language)}: ${label(rule, language)} (${sourceOf(charter, kind, language)}). ${define(rule, language)} ${words.files(by)}`,
    ] as const
  })
  const others = StepKind.options
    .filter((kind) => !steps[kind])
    .map((kind) =>
      `${label(kind, language)} ${label(ruleOf({ steps: {} }, kind), language)}`.toLowerCase(),
    )
  return [
    ...lines,
    ...(others.length === 0 ? [] : [['', words.byDefault(others.join(', '))] as const]),
    ...(minimum === undefined && blocking === undefined
      ? []
      : [['majority', words.majority(minimum, blocking, citation('teu-16-4', language))] as const]),
    ...(doubleThirdUnderMajority ? [['double-third', words.doubleThird] as const] : []),
  ]
}

function sourceOf(charter: Pick<Charter, 'steps'>, kind: StepKind, language: Language): string {
  const source = decisionRule(charter, kind)?.source ?? 'none'
  return source === 'none' ? WORDS[language].ours : citation(source, language)
}

const citation = (id: string, language: Language): string =>
  findSource(id)?.citation[language] ?? id

/** Every rule by which a step can be decided, in both languages. */
export const rulesTold = (): FoundingView['choices']['rules'] =>
  RuleName.options.map((rule) => {
    const by = { steps: { position: { rule } } }
    return {
      rule,
      means: { en: define(rule, 'en'), es: define(rule, 'es') },
      source: { en: sourceOf(by, 'position', 'en'), es: sourceOf(by, 'position', 'es') },
    }
  })

function witnesses({ witnesses: all, quorum: q }: Charter, language: Language): readonly Line[] {
  const words = WORDS[language]
  const [n, f, least] = [all.length, faulty(all.length), quorum(all.length)]
  const names = all.map(({ party, vkey }) => party ?? vkey.split('+', 1)[0]).join(', ')
  return [
    ['who', `${names} (n = ${n})`],
    ['quorum', `${words.counts(q, f)}${q === least ? '.' : `; ${words.enough(least)}.`}`],
    ['faulty', words.mayLie(f, n - q)],
  ]
}

function times({ grace, notice, cure, period }: Charter, language: Language): readonly Line[] {
  const words = WORDS[language]
  return [
    ['grace', words.grace(duration(grace, language))],
    ['notice', words.notice(duration(notice, language))],
    ['cure', words.cure(duration(cure, language))],
    ...(period === undefined
      ? []
      : [['period', words.period(duration(period, language))] as const]),
  ]
}

/** What the charter asks of the keys that sign; nothing where it asks for nothing. */
const custody = ({ custody: least = {}, second }: Charter, language: Language): readonly Line[] => [
  ...Object.entries(least).map(([verb, held]): Line => [
    verb,
    WORDS[language].heldBy(findTerm(verb)?.label[language] ?? verb, WORDS[language].held[held]),
  ]),
  ...(second === undefined ? [] : [['second', WORDS[language].second] as const]),
]

/** What the coalition wants to have reached, by when. */
const goals = ({ goals: wanted = [] }: Charter, language: Language): readonly Line[] =>
  wanted.map(({ id, title, dueOn, count }): Line => {
    const counted = COUNT_WORDS.find((one) => one.id === count)?.label[language] ?? count
    return [id, WORDS[language].goal(title, dueOn, counted)]
  })

/** Seconds as people say them: `14 days`, `1 hour 30 minutes`. */
function duration(seconds: number, language: Language): string {
  const words = WORDS[language]
  const counts = [
    Math.floor(seconds / 86_400),
    Math.floor((seconds % 86_400) / 3600),
    Math.floor((seconds % 3600) / 60),
    seconds % 60,
  ]
  const said = counts.flatMap((count, at) =>
    count > 0 ? [`${count} ${words.units[at]}${count === 1 ? '' : 's'}`] : [],
  )
  return said.length === 0 ? words.noTime : said.join(' ')
}

type Words = typeof en

const en = {
  named: 'Name',
  parties: 'Parties',
  rules: 'Rules',
  witnesses: 'Witnesses',
  times: 'Times',
  custody: 'Custody of keys',
  goals: 'Goals',
  goal: (title: string, day: string, counted: string | undefined) =>
    `by ${day}: ${title}${counted === undefined ? '' : ` (counted: ${counted})`}`,
  sharing: 'Sharing',
  exercise: 'an exercise',
  root: 'The root case of a coalition',
  under: (id: string) => `A case under ${id}`,
  noVoice: 'no voice',
  weight: (population: number, total: number) =>
    `two voices at each step, population ${population} of ${total}`,
  keys: (threshold: number, of: number) => `${threshold} of ${of} root keys sign its key acts`,
  chair: 'chair',
  files: (by: string) => `${by} files its versions.`,
  byDefault: (others: string) => `Not named, so by default: ${others}.`,
  majority: (minimum: number | undefined, blocking: number | undefined, source: string) =>
    `Qualified majority: at least ${minimum} members; ${blocking} block (${source}).`,
  doubleThird:
    'By qualified majority too, a third of the members with a third of the population that abstain constructively stop a text.',
  ours: 'ours',
  counts: (q: number, f: number) =>
    `A tree counts when q = ${q} of them cosigned it: ceil((n + f + 1) / 2) with f = floor((n - 1) / 3) = ${f}`,
  enough: (least: number) => `${least} would be enough`,
  mayLie: (liars: number, away: number) => `So ${liars} may lie and ${away} may be away.`,
  grace: (time: string) => `grace ${time}: how long after its end a silence is closed`,
  notice: (time: string) =>
    `notice ${time}: how long before its end a silence must have been received`,
  cure: (time: string) =>
    `cure ${time}: how long a member that stopped a text in force has to come back`,
  period: (time: string) => `period ${time}: how often a text in force is reaffirmed`,
  second:
    'Every act needs a second signature (ML-DSA-44), which whoever breaks elliptic curves cannot make',
  heldBy: (verb: string, held: string) => `${verb}: counts only where ${held}`,
  held: {
    'browser-held': 'the key is held by a browser or on a token, and not by the node',
    token: 'the key is on a token',
  } satisfies Record<Exclude<Custody, 'node-held'>, string>,
  units: ['day', 'hour', 'minute', 'second'],
  noTime: 'no time',
  sharedTo: (tlp: string) => `${tlp}, to the parties named here`,
}

const es: Words = {
  named: 'Nombre',
  parties: 'Partes',
  rules: 'Reglas',
  witnesses: 'Testigos',
  times: 'Plazos',
  custody: 'Custodia de las claves',
  goals: 'Objetivos',
  goal: (title, day, counted) =>
    `hasta el ${day}: ${title}${counted === undefined ? '' : ` (se cuenta: ${counted})`}`,
  sharing: 'Difusión',
  exercise: 'un ejercicio',
  root: 'El caso raíz de una coalición',
  under: (id) => `Un caso bajo ${id}`,
  noVoice: 'sin voz',
  weight: (population, total) => `dos voces en cada paso, población ${population} de ${total}`,
  keys: (threshold, of) => `${threshold} de ${of} claves raíz firman sus actos de claves`,
  chair: 'presidencia',
  files: (by) => `${by} presenta sus versiones.`,
  byDefault: (others) => `Sin nombrar, luego por defecto: ${others}.`,
  majority: (minimum, blocking, source) =>
    `Mayoría cualificada: al menos ${minimum} miembros; ${blocking} bloquean (${source}).`,
  doubleThird:
    'También por mayoría cualificada, un tercio de los miembros con un tercio de la población que se abstienen constructivamente detienen un texto.',
  ours: 'nuestra',
  counts: (q, f) =>
    `Un árbol cuenta cuando q = ${q} de ellos lo han refrendado: ceil((n + f + 1) / 2) con f = floor((n - 1) / 3) = ${f}`,
  enough: (least) => `bastarían ${least}`,
  mayLie: (liars, away) => `Así, pueden mentir ${liars} y faltar ${away}.`,
  grace: (time) => `gracia ${time}: cuánto después de su fin se cierra un silencio`,
  notice: (time) => `aviso ${time}: cuánto antes de su fin debe haberse recibido un silencio`,
  cure: (time) => `cura ${time}: cuánto tiene para volver un miembro que detuvo un texto en vigor`,
  period: (time) => `periodo ${time}: cada cuánto se reafirma un texto en vigor`,
  second:
    'Todo acto necesita una segunda firma (ML-DSA-44), que no puede hacer quien rompa las curvas elípticas',
  heldBy: (verb, held) => `${verb}: solo cuenta si ${held}`,
  held: {
    'browser-held': 'la clave está en un navegador o en un dispositivo físico, y no en el nodo',
    token: 'la clave está en un dispositivo físico',
  },
  units: ['día', 'hora', 'minuto', 'segundo'],
  noTime: 'ningún tiempo',
  sharedTo: (tlp) => `${tlp}, a las partes aquí nombradas`,
}

const WORDS: Readonly<Record<Language, Words>> = { en, es }

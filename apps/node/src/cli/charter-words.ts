import { decisionRule, ruleOf, StepKind, type Charter, type RuleName } from '@entente/accord'
import { findSource } from '@entente/law'
import { define, label } from '@entente/lexicon'
import { faulty, quorum } from '@entente/log'
import { duration, toldId } from './told.ts'

/** A charter in plain language: who, under which rules from where, and what the numbers come to. */
export function charterWords(charter: Charter): string {
  return [
    `${charter.title}${charter.exercise ? ' (an exercise)' : ''}`,
    toldId(charter.id),
    charter.parent ? `A case under ${charter.parent.case}` : 'The root case of a coalition',
    '',
    ...parties(charter),
    '',
    ...rules(charter),
    '',
    ...witnesses(charter),
    '',
    ...times(charter),
    `Sharing: ${charter.tlp}, to the parties named here`,
  ].join('\n')
}

function parties({ parties: named, chair }: Charter): readonly string[] {
  const total = named.reduce((sum, { population = 0 }) => sum + population, 0)
  const lines = named.map(({ id, name, role, population, root, threshold }) => {
    const weight =
      population === undefined
        ? 'no voice'
        : `two voices at each step, population ${population} of ${total}`
    const keys = `${threshold} of ${root.length} root keys sign its key acts`
    return `  ${id} ${name}: ${role}, ${weight}; ${keys}${id === chair ? '; chair' : ''}`
  })
  return ['Parties', ...lines]
}

function rules({ steps, chair, minimum, blocking }: Charter): readonly string[] {
  const named = StepKind.options.filter((kind) => steps[kind])
  const lines = named.map((kind) => {
    const { rule, by = chair } = steps[kind]!
    return `  ${label(kind, 'en')}: ${label(rule, 'en')} (${sourceOf(rule)}). ${define(rule, 'en')} ${by} files its versions.`
  })
  const others = StepKind.options
    .filter((kind) => !steps[kind])
    .map((kind) => `${label(kind, 'en')} ${label(ruleOf({ steps: {} }, kind), 'en')}`.toLowerCase())
  const numbers =
    minimum === undefined && blocking === undefined
      ? []
      : [
          `  Qualified majority: at least ${minimum} members; ${blocking} block (${citation('teu-16-4')}).`,
        ]
  return ['Rules', ...lines, `  Not named, so by default: ${others.join(', ')}.`, ...numbers]
}

function sourceOf(rule: RuleName): string {
  const source = decisionRule(rule)?.source ?? 'none'
  return source === 'none' ? 'ours' : citation(source)
}

const citation = (id: string): string => findSource(id)?.citation.en ?? id

function witnesses({ witnesses: all, quorum: q }: Charter): readonly string[] {
  const [n, f, least] = [all.length, faulty(all.length), quorum(all.length)]
  const names = all.map(({ party, vkey }) => party ?? vkey.split('+', 1)[0]).join(', ')
  const stricter = q === least ? '' : `; ${least} would be enough`
  return [
    'Witnesses',
    `  ${names} (n = ${n})`,
    `  A tree counts when q = ${q} of them cosigned it: ceil((n + f + 1) / 2) with f = floor((n - 1) / 3) = ${f}${stricter}.`,
    `  So ${f} may lie and ${n - q} may be away.`,
  ]
}

const times = ({ grace, notice, cure, period }: Charter): readonly string[] => [
  'Times',
  `  grace ${duration(grace)}: how long after its end a silence is closed`,
  `  notice ${duration(notice)}: how long before its end a silence must have been received`,
  `  cure ${duration(cure)}: how long a member that stopped a text in force has to come back`,
  ...(period === undefined
    ? []
    : [`  period ${duration(period)}: how often a text in force is reaffirmed`]),
]

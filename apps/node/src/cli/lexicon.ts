import {
  compare,
  findScale,
  findTerm,
  isOnScale,
  type Doer,
  type Language,
  type Practice,
  PRACTICES,
  type Range,
  type Scale,
  SCALES,
  SCHEMES,
  type ScaleValue,
  sourcesOf,
  sourceText,
  type Term,
  TERMS,
  toSkos,
} from '@entente/lexicon'
import { Command, InvalidArgumentError, Option } from 'commander'

const lang = () =>
  new Option('--lang <language>', 'language of the answer').choices(['en', 'es']).default('en')

type Options = { readonly json: boolean; readonly lang: Language }

/** `entente lexicon`: the terms and scales of the common language, offline. */
export function lexiconCommand(): Command {
  return new Command('lexicon')
    .description('the common language: terms, scales, good practices and their export as SKOS')
    .addCommand(termsCommand())
    .addCommand(showCommand())
    .addCommand(scalesCommand())
    .addCommand(compareCommand())
    .addCommand(practicesCommand())
    .addCommand(exportCommand())
}

function termsCommand(): Command {
  return new Command('terms')
    .exitOverride()
    .description('list the terms')
    .addOption(
      new Option('--of <vocabulary>', 'only the words of the product, or of the field').choices([
        'product',
        'field',
      ]),
    )
    .addOption(lang())
    .option('--json', 'as JSON', false)
    .action((options: Options & { readonly of?: Term['vocabulary'] }) => {
      const terms = TERMS.filter(({ vocabulary }) => vocabulary === (options.of ?? vocabulary))
      const line = ({ id, label, status }: Term) =>
        `${id.padEnd(30)} ${label[options.lang]} (${status})`
      console.log(options.json ? JSON.stringify({ terms }) : terms.map(line).join('\n'))
    })
}

function showCommand(): Command {
  return new Command('show')
    .exitOverride()
    .description('one term: definition, source, relations, mappings')
    .argument('<term>', 'id of the term', term)
    .addOption(lang())
    .option('--json', 'as JSON', false)
    .action((shown: Term, options: Options) => {
      console.log(options.json ? JSON.stringify(shown) : describe(shown, options.lang))
    })
}

function describe(shown: Term, language: Language): string {
  const { id, label, definition, source, status, broader, narrower, related, mappings = [] } = shown
  const other: Language = language === 'en' ? 'es' : 'en'
  const relation = (name: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [`  ${name}: ${ids.join(', ')}`]
  return [
    `${label[language]} · ${label[other]} (${id}, ${status})`,
    `  ${definition[language]}`,
    `  source: ${sourceText(source)}`,
    ...relation('broader', broader === undefined ? [] : [broader]),
    ...relation('narrower', narrower),
    ...relation('related', related),
    ...mappings.map(
      ({ match, scheme, notation }) => `  ${match} match: ${notation}, ${SCHEMES[scheme].title}`,
    ),
  ].join('\n')
}

function scalesCommand(): Command {
  return new Command('scales')
    .exitOverride()
    .description('list the scales with their versions, values and ranges')
    .addOption(lang())
    .option('--json', 'as JSON', false)
    .action((options: Options) => {
      console.log(
        options.json
          ? JSON.stringify({ scales: SCALES })
          : SCALES.map((scale) => describeScale(scale, options.lang)).join('\n\n'),
      )
    })
}

function describeScale(scale: Scale, language: Language): string {
  const { id, version, title, source, degrees } = scale
  const lines = degrees.map(({ value, label, percent, becomes }) => {
    const range = percent === undefined ? '' : `  ${percents(percent)}`
    const now = becomes === undefined ? '' : `  → ${becomes.value} (${becomes.version})`
    return `  ${value.padEnd(28)} ${label[language]}${range}${now}`
  })
  return [
    `${title[language]} (${id}@${version})`,
    `  source: ${sourceText(source)}`,
    ...lines,
  ].join('\n')
}

const percents = ({ from, to, open }: Range) =>
  `${open === 'from' ? '>' : ''}${from}-${open === 'to' ? '<' : ''}${to} %`

function compareCommand(): Command {
  return new Command('compare')
    .exitOverride()
    .description('how one value lies to another: by order on one scale, by range across two')
    .argument('<one>', 'SCALE@VERSION:VALUE, as icd-203@2015:likely', scaleValue)
    .argument('<other>', 'the value to compare with', scaleValue)
    .option('--json', 'as JSON', false)
    .action((one: ScaleValue, other: ScaleValue, { json }: { readonly json: boolean }) => {
      const comparison = compare(one, other)
      const said = `“${one.value}” (${one.scale}@${one.version}): ${comparison} “${other.value}” (${other.scale}@${other.version})`
      console.log(json ? JSON.stringify({ one, other, comparison }) : said)
    })
}

function practicesCommand(): Command {
  return new Command('practices')
    .exitOverride()
    .description('good practices that an advisory may take up, each with where it was found')
    .addOption(
      new Option('--for <whom>', 'only what they can do').choices([
        'individual',
        'sme',
        'organisation',
      ]),
    )
    .addOption(lang())
    .option('--json', 'as JSON', false)
    .action((options: Options & { readonly for?: Doer }) => {
      const practices = PRACTICES.filter(
        ({ doers }) => options.for === undefined || doers.includes(options.for),
      )
      const describeOne = (practice: Practice) =>
        [
          `${practice.id} ${practice.title[options.lang]}. ${practice.how[options.lang]}`,
          ...sourcesOf(practice).map((source) => `  source: ${sourceText(source)}`),
        ].join('\n')
      console.log(
        options.json ? JSON.stringify({ practices }) : practices.map(describeOne).join('\n'),
      )
    })
}

function exportCommand(): Command {
  return new Command('export')
    .exitOverride()
    .description('the whole lexicon as SKOS in JSON-LD')
    .option(
      '--base <address>',
      'address under which it is published',
      base,
      'https://entente.example/lexicon/',
    )
    .action((options: { readonly base: string }) => {
      console.log(JSON.stringify(toSkos(options.base), null, 2))
    })
}

function term(id: string): Term {
  const found = findTerm(id)
  if (!found) throw new InvalidArgumentError(`expected the id of a term, got ${id}`)
  return found
}

function base(text: string): string {
  if (!URL.canParse(text) || !/[/#]$/.test(text))
    throw new InvalidArgumentError(`expected an address that ends in / or #, got ${text}`)
  return text
}

function scaleValue(text: string): ScaleValue {
  const [, scale, version, value] = /^([^@]+)@([^:]+):(.+)$/.exec(text) ?? []
  if (!scale || !version || !value)
    throw new InvalidArgumentError(`expected SCALE@VERSION:VALUE, got ${text}`)
  if (!findScale(scale, version))
    throw new InvalidArgumentError(
      `expected one of ${SCALES.map(({ id, version: of }) => `${id}@${of}`).join(', ')}, got ${scale}@${version}`,
    )
  if (!isOnScale({ scale, version, value }))
    throw new InvalidArgumentError(`expected a value of ${scale}@${version}, got ${value}`)
  return { scale, version, value }
}

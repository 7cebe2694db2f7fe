import { Command, Option } from 'commander'
import { translationOf } from '@entente/stix'
import type { ObjectView } from '../api.ts'
import { withEvidence, type Evidence } from './evidence.ts'
import { harmless, refuse } from './terminal.ts'
import { hintsTold, inOneLine, neighbourhoodTold, timelineTold } from './told-together.ts'
import { dataOption, sessionOption, type EvidenceOptions } from './where.ts'

type Options = EvidenceOptions & {
  readonly json: boolean
  readonly lang: 'en' | 'es'
  readonly hints?: true
  readonly neighbours?: '1' | '2' | '3'
  readonly timeline?: true
}

/** `entente show`: everything held of one object, with the bytes as received. */
export function showCommand(): Command {
  return new Command('show')
    .description('show a STIX object: every version held, as received, and what it is tied to')
    .argument('<id>', 'the object’s STIX id')
    .addOption(dataOption())
    .addOption(sessionOption())
    .option(
      '--hints',
      'instead, what else has a value, a technique, an entry or a name in common with it',
    )
    .addOption(
      new Option('--neighbours <steps>', 'instead, what it is tied to, so many steps away').choices(
        ['1', '2', '3'],
      ),
    )
    .option('--timeline', 'instead, the dates that it and what is tied to it give')
    .addOption(
      new Option('--lang <language>', 'show translations of its name and description into it')
        .choices(['en', 'es'])
        .default('en'),
    )
    .option('--json', 'JSON instead of sentences', false)
    .addHelpText('after', '\nEnds with 0 shown, 1 not held here, 2 usage.')
    .action(async (id: string, options: Options) => {
      await withEvidence(options, async (evidence) => {
        const answer = await answerOf(evidence, id, options)
        if (!answer) return refuse(`expected an object held here, got ${id}`)
        console.log(options.json ? JSON.stringify(answer.view) : answer.told())
      })
    })
}

/** What is asked of an object, and how it is told. */
async function answerOf({ show, knowing }: Evidence, id: string, asked: Options) {
  const answer = <T>(view: T | undefined, tell: (view: T) => string) =>
    view && { view, told: () => tell(view) }
  if (asked.hints) return answer(await (await knowing()).hints(id), hintsTold)
  if (asked.timeline) return answer(await (await knowing()).timeline(id), timelineTold)
  if (asked.neighbours === undefined)
    return answer(await show(id), (view) => told(view, asked.lang))
  return answer(
    await (await knowing()).neighbourhood(id, Number(asked.neighbours)),
    neighbourhoodTold,
  )
}

const nameOf = ({ id, name }: { readonly id: string; readonly name?: string }) =>
  name === undefined ? id : `${name} (${id})`

/** Its name and description in a language, and who says so; as it was written it stands below. */
function translatedTold({ versions, translations = [] }: ObjectView, lang: string) {
  const parse = (text: string) => JSON.parse(text) as Readonly<Record<string, unknown>>
  const newest = parse(versions.at(-1)?.text ?? '{}')
  const contents = translations.map(({ text }) => parse(text))
  const found = translationOf(newest, contents, lang)
  if (!found) return []
  return [
    `translated into ${found.lang} by ${found.by}`,
    ...(['name', 'description'] as const).flatMap((key) =>
      found[key] === undefined ? [] : [`  ${key}  ${found[key]}`],
    ),
  ]
}

function told(view: ObjectView, lang: string): string {
  const { id, type, versions, refersTo, referredBy, referredByCount, relations, sightings } = view
  const many = referredByCount ?? referredBy.length
  return [
    `${id}`,
    `${type}, ${versions.length} ${versions.length === 1 ? 'version' : 'versions'}, oldest first`,
    ...translatedTold(view, lang),
    ...versions.flatMap(({ modified, sha256, addedAt, source, text, conflictsWith }) => [
      '',
      `modified  ${modified ?? '–'}`,
      `sha256    ${sha256}`,
      `added     ${addedAt} from ${source}`,
      ...conflictsWith.map((other) => `conflict  same date, other content: ${other}`),
      text,
    ]),
    '',
    `refers to ${refersTo.length}`,
    ...refersTo.map((one) =>
      `  ${one.id}  ${one.held ? (inOneLine(one) ?? '') : 'not held here'}`.trimEnd(),
    ),
    ...(relations.length > 0 ? [`relations ${relations.length}`] : []),
    ...relations.map(({ kind, way, other }) =>
      way === 'to' ? `  ${kind} → ${nameOf(other)}` : `  ${nameOf(other)} ${kind} → this`,
    ),
    ...(sightings.length > 0 ? [`sightings ${sightings.length}`] : []),
    ...sightings.map(({ count = 1, firstSeen = '', by }) =>
      `  ${count} times ${firstSeen} ${by.map(nameOf).join(', ')}`.trimEnd(),
    ),
    `referred to by ${many}`,
    ...referredBy.map((one) => `  ${one.id}  ${inOneLine(one) ?? ''}`.trimEnd()),
    ...(many > referredBy.length ? [`  and ${many - referredBy.length} more`] : []),
  ]
    .map(harmless)
    .join('\n')
}

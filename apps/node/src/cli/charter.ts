import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { Command, InvalidArgumentError, Option } from 'commander'
import { Charter, parseCharter } from '@entente/accord'
import { LANGUAGES, type Language } from '@entente/lexicon'
import { parseCard } from '../parties/card.ts'
import { draftCharter, slugOf, type Rules } from '../parties/draft-charter.ts'
import { toWords } from '../parties/words.ts'
import { crypto } from '../platform/crypto.ts'
import { charterWords } from './charter-words.ts'
import { custody, type Demands } from './custody-option.ts'
import { goal } from './goal-option.ts'
import { refusing } from './refusing.ts'
import { step, type Steps } from './step-option.ts'
import { drawnId } from './told.ts'

type Options = Omit<Rules, 'steps' | 'origin' | 'witnesses'> &
  Shown & {
    readonly step: Steps
    readonly custody?: Demands
    readonly goal?: Rules['goals']
    readonly origin?: string
    readonly witness?: readonly string[]
    readonly out: string
  }

/** `entente charter`: drafts the rules of a coalition, and tells what a charter says. */
export function charterCommand(): Command {
  const charter = new Command('charter').description('draft a coalition’s charter, or read one')
  charter.addCommand(draftCommand())
  charter
    .command('show')
    .description('what a charter says, in plain language, with its id for comparing')
    .argument('<file>')
    .addOption(lang())
    .option('--qr', 'its id as a QR code besides', false)
    .option('--json', 'the charter with its id and words as JSON', false)
    .action((file: string, shown: Shown) => refusing(() => show(readFileSync(file), shown)))
  return charter
}

function draftCommand(): Command {
  return new Command('draft')
    .description('write the charter of a coalition from the cards of its parties')
    .argument('<cards...>', 'a card.json of each party, as each gave it and read its id to you')
    .requiredOption('--title <title>', 'what the coalition is called')
    .requiredOption('--chair <party>', 'who files the texts')
    .requiredOption('--out <file>', 'where the charter is written')
    .option('--step <kind=rule>', 'how a step is decided; repeat for each', step, {})
    .option('--witness <party>', 'who witnesses; members and organisations unless given', repeated)
    .addOption(
      new Option('--tlp <label>', 'how far its acts may go')
        .choices(Charter.shape.tlp.options)
        .default('TLP:AMBER+STRICT'),
    )
    .option('--exercise', 'everything under it is an exercise', false)
    .option('--grace <seconds>', 'how long after its end a silence is closed', seconds, 120)
    .option('--notice <seconds>', 'how long before its end a silence is received', seconds, 86_400)
    .option('--cure <seconds>', 'how long a text in force waits for a member', seconds, 1_209_600)
    .option('--period <seconds>', 'how often a text in force is reaffirmed', seconds)
    .option('--minimum <number>', 'qualified majority: at least so many members', seconds)
    .option('--blocking <number>', 'qualified majority: so many members block', seconds)
    .option('--custody <verb=custody>', 'the least custody of keys for an act; repeat', custody)
    .addOption(
      new Option('--second <alg>', 'every act needs a second signature of this kind').choices([
        'ml-dsa-44',
      ]),
    )
    .option('--goal <id=date:title>', 'what is to be reached by when; repeat', goal)
    .option('--origin <name>', 'what the names of the coalition’s strands begin with')
    .addOption(lang())
    .option('--qr', 'its id as a QR code besides', false)
    .option('--json', 'the charter’s id and words as JSON', false)
    .action((cards: readonly string[], options: Options) => refusing(() => draft(cards, options)))
}

function draft(cards: readonly string[], options: Options) {
  const { step: steps, out, json, lang: language, qr, witness, goal: wanted, ...rules } = options
  const { origin = `entente.example/${slugOf(rules.title)}` } = rules
  const bytes = draftCharter(
    {
      ...rules,
      steps,
      origin: `${origin}/${randomBytes(4).toString('hex')}/root`,
      ...(witness === undefined ? {} : { witnesses: witness }),
      ...(wanted === undefined ? {} : { goals: wanted }),
    },
    cards.map((file) => parseCard(readFileSync(file))),
    crypto,
  )
  // Never over another: a charter that people compared must not change under its name.
  writeFileSync(out, bytes, { flag: 'wx' })
  show(bytes, { json, lang: language, qr })
}

type Shown = { readonly json: boolean; readonly lang: Language; readonly qr: boolean }

function show(bytes: Uint8Array, { json, lang: language, qr }: Shown): void {
  const { id, ...charter } = parseCharter(bytes, crypto)
  if (json) return console.log(JSON.stringify({ id, words: toWords(id), charter }))
  console.log(charterWords({ id, ...charter }, language))
  if (qr) console.log(drawnId(id))
}

const lang = () =>
  new Option('--lang <language>', 'language of the answer').choices([...LANGUAGES]).default('en')

const repeated = (text: string, others: readonly string[] = []): readonly string[] => [
  ...others,
  text,
]

function seconds(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= 0) return number
  throw new InvalidArgumentError(`expected a whole number, got ${text}`)
}

import { Command, Option } from 'commander'
import type { Act } from '@entente/accord'
import { FORMS, isFactId, isRestricted } from '@entente/law'
import type { Language } from '@entente/lexicon'
import type { AssessmentDraft, AssessmentView, MeasuresView, MeasureView } from '../api.ts'
import { atCase, withCase, type AtCase, type CaseOptions } from './at-case.ts'
import { harmless } from './terminal.ts'
import { filePayload, fileSaid, withFiling, type FilingOptions } from './filing.ts'
import { measureSanctionsCommand } from './measure-sanctions.ts'
import { assessmentLines, ledgerLines, measureLine, preparedLine } from './measure-words.ts'
import { optionsCommand } from './measure-options.ts'
import { playbookCommand } from './measure-playbook.ts'
import { readJson } from './read-input.ts'
import { refusing } from './refusing.ts'
import { SessionError } from './session.ts'

const MOST_BYTES = 1024 * 1024

/** `entente measure`: the ledger of measures at a running node, from the demand to the end. */
export function measureCommand(): Command {
  return new Command('measure')
    .description('measures: the demand, the assessment, the start, the review, the end')
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(measureSanctionsCommand())
    .addCommand(callCommand())
    .addCommand(noticeCommand())
    .addCommand(assessCommand())
    .addCommand(startCommand())
    .addCommand(reportCommand())
    .addCommand(reviewCommand())
    .addCommand(endingCommand('suspend', 'suspendedOn', 'suspend this nation’s part'))
    .addCommand(optionsCommand())
    .addCommand(playbookCommand())
    .addCommand(endingCommand('terminate', 'terminatedOn', 'end this nation’s part, for good'))
}

const print = (lines: readonly string[]) => console.log(lines.map(harmless).join('\n'))
const today = () => new Date().toISOString().slice(0, 10)
const lang = () =>
  new Option('--lang <language>', 'language of the answer').choices(['en', 'es']).default('en')
const day = (verb: string) => ['--on <day>', `the day on which it ${verb}`, today()] as const

const measuresOf = ({ client, path }: AtCase) => client.get<MeasuresView>(`${path}/measures`)

async function measureAt(at: AtCase, step: string): Promise<MeasureView> {
  const { measures } = await measuresOf(at)
  const found = measures.find((one) => one.step === step)
  if (found) return found
  throw new SessionError(
    'measure.unknown',
    `expected one of ${measures.map((one) => one.step).join(', ') || 'no measure'}, got ${step}`,
  )
}

function listCommand(): Command {
  return withCase(new Command('list'))
    .description('every measure of a case, and where each nation stands in it')
    .addOption(lang())
    .action((options: CaseOptions & { readonly lang: Language }) =>
      refusing(async () => {
        const view = await measuresOf(await atCase(options))
        if (options.json) return console.log(JSON.stringify(view))
        print([
          ...view.measures.map((one) => measureLine(one, options.lang)),
          ...view.prepared.map((one) => preparedLine(one, options.lang)),
        ])
      }),
    )
}

type ShowOptions = CaseOptions & { readonly lang: Language; readonly form?: string }

function showCommand(): Command {
  return withCase(new Command('show'))
    .description('one measure: its ledger, and what the law answers, nation by nation')
    .argument('<step>', 'measure-1')
    .addOption(new Option('--form <form>', 'as if all acted in this form').choices([...FORMS]))
    .addOption(lang())
    .action((step: string, options: ShowOptions) =>
      refusing(async () => {
        const at = await atCase(options)
        const measure = await measureAt(at, step)
        const query = options.form === undefined ? '' : `?form=${options.form}`
        const path = `${at.path}/measures/${step}/assessment${query}`
        const assessment = await at.client.get<AssessmentView>(path)
        if (options.json) return console.log(JSON.stringify({ measure, assessment }))
        print([
          ...ledgerLines(measure, options.lang),
          '',
          ...assessmentLines(assessment, options.lang),
        ])
      }),
    )
}

/** A command that has one act on a measure signed; `say` is what it says beyond its kind. */
function acting<O extends FilingOptions>(
  kind: Act['kind'],
  say: (at: AtCase, step: string, options: O) => Promise<Record<string, unknown>>,
): Command {
  return withFiling(new Command(kind))
    .argument('<step>', 'measure-1')
    .action((step: string, options: O) =>
      refusing(async () => {
        const at = await atCase(options)
        await fileSaid(at, { ...(await say(at, step, options)), kind }, options)
      }),
    )
}

type CallOptions = FilingOptions & {
  readonly to: string
  readonly demands: string
  readonly on: string
  readonly channel: string
  readonly answer?: string
}

function callCommand(): Command {
  return acting<CallOptions>('call', async (_at, step, { to, demands, on, channel, answer }) => ({
    for: step,
    to,
    demands,
    transmittedOn: on,
    channel,
    ...(answer === undefined ? {} : { answer }),
  }))
    .description('call upon the responsible State to cease and to repair')
    .requiredOption('--to <state>', 'the State called upon')
    .requiredOption('--demands <text>', 'what is demanded')
    .requiredOption('--channel <text>', 'how it was transmitted')
    .option(...day('was transmitted'))
    .addOption(
      new Option('--answer <answer>', 'what came back').choices([
        'refused',
        'ignored',
        'partial',
        'pending',
        'complied',
      ]),
    )
}

type NoticeOptions = FilingOptions & {
  readonly to: string
  readonly says: string
  readonly on?: string
  readonly offer: boolean
  readonly urgency?: string
}

function noticeCommand(): Command {
  return acting<NoticeOptions>('notice', async (_at, step, { to, says, on, offer, urgency }) => ({
    for: step,
    to,
    says,
    ...(on === undefined ? {} : { notifiedOn: on }),
    offersNegotiation: offer,
    ...(urgency === undefined ? {} : { urgency }),
  }))
    .description('notify the decision and offer to negotiate, or say why urgency forbids it')
    .requiredOption('--to <state>', 'the State notified')
    .requiredOption('--says <text>', 'what is notified')
    .option('--on <day>', 'the day of notice; left out with --urgency')
    .option('--urgency <text>', 'why notice is left out or late')
    .option('--no-offer', 'without an offer to negotiate')
}

type AssessOptions = FilingOptions & {
  readonly facts?: string
  readonly atHome?: string
  readonly sealed?: string
  readonly view?: string
  readonly word?: string
  readonly differs?: boolean
  readonly asOf?: string
}

function assessCommand(): Command {
  const command = withFiling(new Command('assess'))
    .description('this nation’s assessment: what is still asked, and with --word the act to sign')
    .argument('<step>', 'measure-1')
    .option('--facts <file>', 'this nation’s facts by their ids, as JSON: every party reads them')
    .option('--at-home <file>', 'facts that stay at home: only what they come to is signed')
    .option('--sealed <file>', 'what entente disclosure seal --name facts printed of that file')
    .option(
      '--view <file>',
      'this nation’s view, as JSON; the one that its node keeps unless given',
    )
    .option('--word <text>', 'the adviser’s own word: then it can be signed')
    .option('--differs', 'the adviser holds against the rules that the conditions are met')
    .option('--as-of <day>', 'the day to which the facts are stated')
  return command.action(async (step: string, options: AssessOptions) => {
    const { word, asOf, differs } = options
    const facts =
      options.facts === undefined ? {} : await readJson(options.facts, MOST_BYTES, command)
    const view =
      options.view === undefined ? {} : { view: await readJson(options.view, MOST_BYTES, command) }
    const read = async (name: 'atHome' | 'sealed') =>
      options[name] === undefined
        ? {}
        : { [name]: await readJson(options[name], MOST_BYTES, command) }
    const said = {
      facts,
      ...(await read('atHome')),
      ...(await read('sealed')),
      ...view,
      ...(word === undefined ? {} : { word }),
      ...(differs ? { differs } : {}),
      ...(asOf === undefined ? {} : { asOf }),
    }
    await refusing(async () => {
      const at = await atCase(options)
      const path = `${at.path}/measures/${step}/assessment/draft`
      const draft = await at.client.post<AssessmentDraft>(path, said)
      if (draft.payload !== undefined) return filePayload(at, draft.payload, options)
      if (options.json) return console.log(JSON.stringify(draft))
      print(interview(draft, options.lang))
    })
  })
}

const interview = ({ conclusion, questions }: AssessmentDraft, language: Language) => [
  conclusion.words[language],
  ...questions.map(
    ({ id, question }) =>
      `? ${question[language]} (${id}${isFactId(id) && isRestricted(id) ? `; ${INTERVIEW.atHome[language]}` : ''})`,
  ),
  ...conclusion.remedies.map(({ norm, remedy }) => `+ ${remedy[language]} (${norm})`),
  INTERVIEW.word[language],
]

const INTERVIEW = {
  atHome: {
    en: 'for those of the nation alone who need it: --at-home',
    es: 'solo para quienes lo necesitan en la nación: --at-home',
  },
  word: {
    en: 'Nothing is signed before the adviser’s own word: --word.',
    es: 'No se firma nada antes de la palabra propia del asesor: --word.',
  },
} as const

function startCommand(): Command {
  type Options = FilingOptions & { readonly on: string; readonly remarks?: string }
  return acting<Options>('start', async (at, step, { on, remarks }) => {
    const { version, adopted } = await measureAt(at, step)
    const [certificate] = adopted
    if (certificate === undefined)
      throw new SessionError(
        'measure.barred',
        `expected a measure that was declared adopted, got ${step}, which was not`,
      )
    return {
      on: version,
      certificate,
      startedOn: on,
      ...(remarks === undefined ? {} : { remarks }),
    }
  })
    .description('say that this nation has begun its part; nothing is carried out by it')
    .option(...day('began'))
    .option('--remarks <text>')
}

function reportCommand(): Command {
  type Options = FilingOptions & { readonly on: string; readonly remarks: string }
  return acting<Options>('report', async (at, step, { on, remarks }) => ({
    on: (await measureAt(at, step)).version,
    reportedOn: on,
    remarks,
  }))
    .description('report what this nation’s part did')
    .requiredOption('--remarks <text>', 'what it did')
    .option(...day('is reported'))
}

type ReviewOptions = FilingOptions & {
  readonly on: string
  readonly remarks: string
  readonly ceased: boolean
  readonly repaired: boolean
  readonly proportionate: string
  readonly reversible: string
  readonly tribunal: boolean
  readonly next?: string
}

function reviewCommand(): Command {
  const judged = ['yes', 'no', 'unknown']
  return acting<ReviewOptions>('review', async (at, step, options) => {
    const { ceased, repaired, proportionate, reversible, tribunal, remarks, next } = options
    return {
      on: (await measureAt(at, step)).version,
      reviewedOn: options.on,
      ceased,
      repaired,
      proportionate,
      reversible,
      tribunal,
      remarks,
      ...(next === undefined ? {} : { nextOn: next }),
    }
  })
    .description('review a measure; a finding that stops it stops every nation’s part')
    .requiredOption('--remarks <text>', 'what was found')
    .option(...day('is reviewed'))
    .option('--ceased', 'the wrongful act has ceased', false)
    .option('--repaired', 'and reparation was made', false)
    .addOption(new Option('--proportionate <answer>').choices(judged).makeOptionMandatory())
    .addOption(new Option('--reversible <answer>').choices(judged).makeOptionMandatory())
    .option('--tribunal', 'a tribunal that can bind the parties is seised', false)
    .option('--next <day>', 'when it is to be reviewed again')
}

function endingCommand(kind: 'suspend' | 'terminate', field: string, what: string): Command {
  type Options = FilingOptions & { readonly on: string; readonly reason: string }
  return acting<Options>(kind, async (at, step, { on, reason }) => ({
    on: (await measureAt(at, step)).version,
    [field]: on,
    reason,
  }))
    .description(what)
    .requiredOption('--reason <text>', 'why')
    .option(...day('takes effect'))
}

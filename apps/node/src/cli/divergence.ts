import { Command } from 'commander'
import type { Change, LawDivergence, QuestionRow, TextDivergence } from '@entente/accord'
import type { DivergenceView } from '../api.ts'
import { atCase, withCase, type CaseOptions } from './at-case.ts'
import { harmless } from './terminal.ts'
import { refusing } from './refusing.ts'

/** `entente divergence`: where nations differ on clauses and on the law, and what would unite them. */
export function divergenceCommand(): Command {
  return withCase(new Command('divergence'))
    .description(
      'where the nations of a case differ, and the smallest change that would unite them',
    )
    .argument('[case]', 'the case, or how its id begins')
    .action((named: string | undefined, options: CaseOptions) =>
      refusing(async () => {
        const at = await atCase(named === undefined ? options : { ...options, case: named })
        const view = await at.client.get<DivergenceView>(`${at.path}/divergence`)
        if (options.json) return console.log(JSON.stringify(view))
        const lines = [
          ...view.texts.flatMap(textLines),
          ...view.questions.map(questionLine),
          ...view.laws.flatMap(lawLines),
        ]
        console.log(lines.map(harmless).join('\n'))
      }),
    )
}

const textLines = (text: TextDivergence): readonly string[] => [
  `${text.step}, version ${text.number}: ${text.clauses.filter(({ differs }) => differs).length} of ${text.clauses.length} clauses differ`,
  ...text.clauses
    .filter(({ differs }) => differs)
    .map(
      ({ clause, cells }) =>
        `  clause ${clause}: ${Object.entries(cells)
          .map(([party, { says }]) => `${party} ${says}`)
          .join(', ')}`,
    ),
  ...text.words.map(
    ({ member, axis, text: words }) => `  ${member} says${axis ? ` (${axis})` : ''}: ${words}`,
  ),
  ...unitingLines(text.unites).map((line) => `  ${line}`),
]

function unitingLines(unites: TextDivergence['unites']): readonly string[] {
  switch (unites.state) {
    case 'open':
      return ['the gate is open: nothing has to change']
    case 'awaited':
      return [`no clause has to change: awaited ${unites.awaited.join(', ')}`]
    case 'anew':
      return [
        'no clause has to change, and this version is over: the same text would open as a new one',
        ...(unites.awaited.length > 0 ? [`if ${unites.awaited.join(', ')} complied`] : []),
      ]
    case 'found':
      return [
        ...unites.ways.map(
          ({ changes, wins }) =>
            `would open if ${changes.map(changeWords).join(' and ')}, so that ${wins.join(', ')} complied`,
        ),
        'supposing that all others say again what they said',
        ...(unites.awaited.length > 0 ? [`and that ${unites.awaited.join(', ')} complied`] : []),
        ...(unites.exhaustive
          ? []
          : [
              'of these wishes none can be left out; not every sum was tried, so a smaller one of others is not ruled out',
            ]),
      ]
    case 'not-computed':
      return unites.because.map(
        ({ member, code, wouldTake }) =>
          `cannot be computed: ${member} ${code === 'withdrew' ? 'withdrew' : 'names no clause'}${wouldTake === undefined ? '' : `, and says it would take: ${wouldTake}`}`,
      )
    case 'none':
      return [
        `no change of clauses would open it: ${unites.reasons.map(({ code }) => code).join(', ')}`,
      ]
  }
}

function changeWords(change: Change): string {
  const by = change.by.join(', ')
  switch (change.how) {
    case 'remove':
      return `clause ${change.clause} goes (${by})`
    case 'amend':
      return `clause ${change.clause} reads as ${by} has it`
    case 'add':
      return `clause ${change.clause} is added as ${by} has it`
    case 'settle':
      return `${by} settle clause ${change.clause}`
  }
}

function questionLine(row: QuestionRow): string {
  const differs = row.differs ? ' (they differ)' : ''
  switch (row.about) {
    case 'hypothesis':
      return `responsible: ${row.whom} (${row.level})${differs}: ${wordsOf(row.cells, ({ likelihood, confidence }) => `${likelihood.value}, confidence ${confidence.value}`)}`
    case 'fact':
      return `${row.step}, fact ${row.fact}${differs}: ${wordsOf(row.cells, ({ value, grade }) => `${value}${grade === undefined ? '' : ` [${grade}]`}`)}`
    case 'goal':
      return `goal ${row.goal}${differs}: ${wordsOf(row.cells, ({ title, is, dueOn }) => `${title} (${is}${dueOn === undefined ? '' : `, by ${dueOn}`})`)}`
    case 'timing':
      return `${row.step}, version ${row.number}, bound${differs}: ${wordsOf(row.cells, ({ says, at }) => `${says}${at === undefined ? '' : ` ${new Date(at * 1000).toISOString()}`}`)}`
  }
}

const wordsOf = <Cell>(cells: Readonly<Record<string, Cell>>, word: (cell: Cell) => string) =>
  Object.entries(cells)
    .map(([party, cell]) => `${party} ${word(cell)}`)
    .join('; ')

const lawLines = ({ step, assessed, awaited, rules, rows, readings }: LawDivergence) => [
  `${step}, law: ${rows.length} of ${rules} rules differ between ${assessed.join(', ') || 'nobody'}${awaited.length > 0 ? `; not assessed by ${awaited.join(', ')}` : ''}`,
  ...rows.map(({ norm, cells }) => `  ${norm.padEnd(24)} ${cellsOf(cells)}`),
  ...readings.map(({ issue, cells }) => `  reading of ${issue}: ${cellsOf(cells)}`),
]

const cellsOf = (cells: Readonly<Record<string, string>>): string =>
  Object.entries(cells)
    .map(([code, value]) => `${code} ${value}`)
    .join(', ')

import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError } from 'commander'

// Half of a start is compiling what was compiled before. Kept beside the program and not where everybody
// may write: what lies there is run. Where that cannot be written, nothing is kept.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/entente', import.meta.url)))

/** Each command is loaded when it is asked for: a node does not pay for what it does not run. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  constellation: async () => (await import('./cli/constellation.ts')).constellationCommand(),
  demo: async () => (await import('./cli/demo.ts')).demoCommand(),
  serve: async () => (await import('./cli/serve.ts')).serveCommand(),
  init: async () => (await import('./cli/init.ts')).initCommand(),
  party: async () => (await import('./cli/party.ts')).partyCommand(),
  charter: async () => (await import('./cli/charter.ts')).charterCommand(),
  join: async () => (await import('./cli/join.ts')).joinCommand(),
  keys: async () => (await import('./cli/keys.ts')).keysCommand(),
  move: async () => (await import('./cli/move.ts')).moveCommand(),
  peer: async () => (await import('./cli/peer.ts')).peerCommand(),
  pouch: async () => (await import('./cli/pouch.ts')).pouchCommand(),
  coalition: async () => (await import('./cli/coalition.ts')).coalitionCommand(),
  person: async () => (await import('./cli/person.ts')).personCommand(),
  login: async () => (await import('./cli/login.ts')).loginCommand(),
  case: async () => (await import('./cli/case.ts')).caseCommand(),
  disclosure: async () => (await import('./cli/disclosure.ts')).disclosureCommand(),
  draft: async () => (await import('./cli/draft.ts')).draftCommand(),
  publish: async () => (await import('./cli/publish.ts')).publishCommand(),
  import: async () => (await import('./cli/import.ts')).importCommand(),
  imports: async () => (await import('./cli/imports.ts')).importsCommand(),
  remark: async () => (await import('./cli/remark.ts')).remarkCommand(),
  recalls: async () => (await import('./cli/recalls.ts')).recallsCommand(),
  search: async () => (await import('./cli/search.ts')).searchCommand(),
  hunt: async () => (await import('./cli/hunt.ts')).huntCommand(),
  show: async () => (await import('./cli/show.ts')).showCommand(),
  techniques: async () => (await import('./cli/techniques.ts')).techniquesCommand(),
  export: async () => (await import('./cli/export.ts')).exportCommand(),
  assets: async () => (await import('./cli/assets.ts')).assetsCommand(),
  incident: async () => (await import('./cli/incident.ts')).incidentCommand(),
  measure: async () => (await import('./cli/measure.ts')).measureCommand(),
  act: async () => (await import('./cli/act.ts')).actCommand(),
  declare: async () => (await import('./cli/declare.ts')).declareCommand(),
  divergence: async () => (await import('./cli/divergence.ts')).divergenceCommand(),
  'what-if': async () => (await import('./cli/what-if.ts')).whatIfCommand(),
  milestones: async () => (await import('./cli/milestones.ts')).milestonesCommand(),
  alarms: async () => (await import('./cli/alarms.ts')).alarmsCommand(),
  reminders: async () => (await import('./cli/reminders.ts')).remindersCommand(),
  timestamp: async () => (await import('./cli/timestamp.ts')).timestampCommand(),
  reservations: async () => (await import('./cli/reservations.ts')).reservationsCommand(),
  verify: async () => (await import('./cli/verify.ts')).verifyCommand(),
  lint: async () => (await import('./cli/lint.ts')).lintCommand(),
  lexicon: async () => (await import('./cli/lexicon.ts')).lexiconCommand(),
  misp: async () => (await import('./cli/misp.ts')).mispCommand(),
  taxii: async () => (await import('./cli/taxii.ts')).taxiiCommand(),
  warninglists: async () => (await import('./cli/warninglists.ts')).warninglistsCommand(),
  view: async () => (await import('./cli/view.ts')).viewCommand(),
  law: async () => (await import('./cli/law.ts')).lawCommand(),
}

const program = new Command('entente')
  .description(
    'from shared intelligence to a common position, with each nation’s consent on record',
  )
  .version('0.1.0')
  .exitOverride()

const asked = COMMANDS[process.argv[2] ?? '']
for (const load of asked ? [asked] : Object.values(COMMANDS))
  program.addCommand((await load()).exitOverride())

try {
  await program.parseAsync()
} catch (error) {
  // 0 ok, 1 refused, 2 usage, 3 defect: commander's own refusals are about usage.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    console.error('This is a defect of the program, not of what it was given:', error)
    process.exitCode = 3
  }
}

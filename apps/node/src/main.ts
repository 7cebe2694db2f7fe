import { Command, CommanderError } from 'commander'
import { demoCommand } from './cli/demo.ts'
import { importCommand } from './cli/import.ts'
import { searchCommand } from './cli/search.ts'
import { serveCommand } from './cli/serve.ts'
import { showCommand } from './cli/show.ts'
import { verifyCommand } from './cli/verify.ts'

const program = new Command('entente')
  .description(
    'from shared intelligence to a common position, with each nation’s consent on record',
  )
  .version('0.1.0')
  .exitOverride()
for (const command of [
  demoCommand(),
  serveCommand(),
  importCommand(),
  searchCommand(),
  showCommand(),
  verifyCommand(),
])
  program.addCommand(command.exitOverride())

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  // 0 ok, 1 refused, 2 usage, 3 defect: commander's own refusals are about usage.
  process.exitCode = error.exitCode === 0 ? 0 : 2
}

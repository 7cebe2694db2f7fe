import { CommanderError } from 'commander'
import { harmless, refuse } from './terminal.ts'

const REFUSALS = new Set([
  'AccordError',
  'AddressError',
  'CacaoError',
  'DatabaseError',
  'FederationError',
  'KeyError',
  'LogError',
  'MispSettingError',
  'PartiesError',
  'SessionError',
  'TaxiiError',
  'TaxiiSettingError',
])

/** Runs a command's work: what it refuses is said on standard error with its code, and ends with 1. */
export async function refusing(
  work: () => void | Promise<void>,
  whenHeld = 'A node runs on it: use its page, or this command with --session.',
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (isUsage(error)) {
      console.error(`error: ${harmless(error.message)}`)
      process.exitCode = 2
      return
    }
    if (!(error instanceof Error) || !REFUSALS.has(error.name)) throw error
    const code = 'code' in error ? String(error.code) : error.name
    refuse(`${code}: ${error.message}`)
    if (code === 'directory.held') console.error(whenHeld)
  }
}

/** A file that is not there, is there already or may not be read; a port that is taken; an answer that is no answer. */
const isUsage = (error: unknown): error is Error =>
  error instanceof CommanderError ||
  (error instanceof Error && 'syscall' in error && ('path' in error || error.syscall === 'listen'))

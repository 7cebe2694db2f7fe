import { certifier } from './certifier.ts'
import { flooder } from './flooder.ts'
import { keeper } from './keeper.ts'
import { middle } from './middle.ts'
import { party } from './party.ts'
import { reader } from './reader.ts'
import { runner } from './runner.ts'
import { thief } from './thief.ts'

/** What an attacker can be told to do. It runs as a process of its own and reaches nodes by HTTP alone. */
const attacks = {
  ...certifier,
  ...flooder,
  ...keeper,
  ...middle,
  ...party,
  ...reader,
  ...runner,
  ...thief,
}
export type Attacks = typeof attacks

export type Order = {
  readonly id: number
  readonly attack: keyof Attacks
  readonly given: readonly unknown[]
}
export type Report = { readonly id: number; readonly done?: unknown; readonly failed?: string }

process.on('message', ({ id, attack, given }: Order) => {
  const report = (one: Omit<Report, 'id'>) => void process.send?.({ id, ...one })
  const run = attacks[attack] as (...given: readonly unknown[]) => unknown
  Promise.resolve()
    .then(() => run(...given))
    .then(
      (done) => report({ done }),
      (error: unknown) => report({ failed: error instanceof Error ? error.stack! : String(error) }),
    )
})
process.on('disconnect', () => process.exit())
process.send?.({ id: 0 } satisfies Report)

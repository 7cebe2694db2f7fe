import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { SourceError } from '@entente/sources/parts'
import type { AssetsTaken, AssetsView, MatchesView, MatchView, TouchedView } from '../assets/api.ts'
import { INVENTORY_BYTES } from '../assets/column.ts'
import { AssetsError } from '../assets/error.ts'
import { assetStore, createMatching } from '../assets/index.ts'
import { assetsView, matchesView } from '../assets/view.ts'
import { intelligenceStore } from '../intelligence/index.ts'
import { objectsSince } from '../intelligence/since.ts'
import { openStore } from '../open-store.ts'
import { instant, systemClock as clock } from '../platform/clock.ts'
import { harmless, refuse } from './terminal.ts'
import { sessionOption } from './where.ts'
import { readInput } from './read-input.ts'
import { refusing } from './refusing.ts'
import { openSession } from './session.ts'
import { warningsIn } from './warnings-in.ts'

/** Where the exercise's operator keeps its inventory. */
const DATA = '.entente/demo/XO'

type Options = { readonly data: string; readonly session?: string; readonly json: boolean }

/** An inventory, whether its node runs or not. */
type Inventory = {
  readonly take: (bytes: Uint8Array, name: string) => Promise<AssetsTaken>
  readonly list: (after: number) => Promise<AssetsView>
  readonly matches: () => Promise<MatchesView>
  readonly touched: (id: string) => Promise<TouchedView | undefined>
}

/** `entente assets`: an operator's inventory, matched at home with the indicators that are held. */
export function assetsCommand(): Command {
  const assets = new Command('assets').description(
    'an operator’s inventory: it stays at this node and is matched here',
  )
  command(assets, 'import', 'take a CSV file in, in the place of the inventory before')
    .argument('<file>', 'CSV with the columns id, name and others; - reads standard input')
    .action((file: string, options: Options, self: Command) =>
      withInventory(options, async ({ take }) => {
        const bytes = await readInput(file, INVENTORY_BYTES, self)
        const report = await take(bytes, file === '-' ? 'standard input' : basename(file))
        console.log(options.json ? JSON.stringify(report) : taken(report))
      }),
    )
  command(assets, 'list', 'the inventory, in the order of its file').action((options: Options) =>
    withInventory(options, async ({ list }) => {
      let after: number | undefined = 0
      while (after !== undefined) {
        const page: AssetsView = await list(after)
        for (const asset of page.assets)
          console.log(
            options.json
              ? JSON.stringify(asset)
              : harmless(`${asset.id.padEnd(16)} ${asset.kind.padEnd(12)} ${asset.name}`),
          )
        if (page.count === 0 && !options.json)
          console.log('No inventory here: entente assets import FILE.csv brings one.')
        after = page.next
      }
    }),
  )
  command(
    assets,
    'match',
    'which assets are touched, by what, and what could not be tested',
  ).action((options: Options) =>
    withInventory(options, async ({ matches }) => {
      const view = await matches()
      console.log(options.json ? JSON.stringify(view) : told(view))
    }),
  )
  command(
    assets,
    'touched',
    'which assets one object touches: an indicator, software by its CPE, a vulnerability by product and version',
  )
    .argument('<id>', 'the object’s STIX id')
    .action((id: string, options: Options) =>
      withInventory(options, async ({ touched }) => {
        const view = await touched(id)
        if (!view) return refuse(`expected an object held here, got ${id}`)
        console.log(options.json ? JSON.stringify(view) : toldTouched(view))
      }),
    )
  return assets
}

const command = (assets: Command, name: string, description: string) =>
  assets
    .command(name)
    .description(description)
    .addOption(
      new Option('--data <directory>', 'the data directory of a node that does not run').default(
        DATA,
      ),
    )
    .addOption(sessionOption())
    .option('--json', 'JSON instead of sentences', false)

async function withInventory(
  { data, session }: Options,
  work: (inventory: Inventory) => Promise<void>,
): Promise<void> {
  await refusing(async () => {
    try {
      if (session !== undefined) await work(atNode(session))
      else if (existsSync(data)) await inDirectory(data, work)
      else refuse(`expected a data directory, got ${data}, which is not there`)
    } catch (error) {
      if (!(error instanceof AssetsError || error instanceof SourceError)) throw error
      refuse(`${error.code}: ${error.message}; nothing of it was taken in`)
    }
  })
}

function atNode(session: string): Inventory {
  const client = openSession(session)
  return {
    take: (bytes, name) =>
      client.post(`/api/v1/assets?${new URLSearchParams({ name }).toString()}`, bytes),
    list: (after) => client.get(`/api/v1/assets?after=${after}&limit=500`),
    matches: () => client.get('/api/v1/matches'),
    touched: (id) => client.get(`/api/v1/objects/${encodeURIComponent(id)}/assets`),
  }
}

async function inDirectory(data: string, work: (inventory: Inventory) => Promise<void>) {
  await using database = await openStore(data)
  const store = assetStore(database)
  const failed = (error: unknown) => {
    throw error
  }
  const { contents } = intelligenceStore(database)
  const since = objectsSince(database)
  const { now: warnings } = warningsIn(database, data)
  const matching = createMatching({ store, since, contents, clock, failed, warnings })
  await work({
    take: matching.take,
    list: (after) => assetsView(store, { after, limit: 500 }),
    matches: async () => {
      await matching.settle()
      return matchesView(store, instant(clock))
    },
    touched: async (id) => {
      const { touchedBy } = await import('../assets/touched.ts')
      return touchedBy({ store, contents, warnings }, id)
    },
  })
}

const ANSWERS = { yes: 'affected', no: 'not affected', 'cannot-tell': 'cannot tell' } as const

function toldTouched(view: TouchedView): string {
  const { cpes, hasInventory, matches, count, suppressed, versions } = view
  return [
    ...cpes.map(({ name }) => name),
    hasInventory
      ? `${count} assets touched`
      : 'No inventory here: entente assets import FILE.csv brings one.',
    ...(suppressed ? [`${suppressed} more only by values on warning lists`] : []),
    ...(versions ?? []).map(
      ({ asset, affected, product, because }) =>
        `  ${asset.id.padEnd(16)} ${ANSWERS[affected].padEnd(12)} ${asset.name}, ${product}: ${because}`,
    ),
    ...(versions ? [] : matches).map(
      ({ asset, certainty, why }) =>
        `  ${asset.id.padEnd(16)} ${certainty.padEnd(10)} ${asset.name}: ${why.map(({ value }) => value).join(', ')}`,
    ),
  ]
    .map(harmless)
    .join('\n')
}

function taken({ source, assets, added, changed, same, gone, notKept, matches }: AssetsTaken) {
  const lines = [
    `${source}: ${assets} assets`,
    `  ${added} new, ${changed} changed, ${same} as before, ${gone} gone`,
    `  ${matches} matches with the indicators held here`,
  ]
  if (notKept.length > 0) lines.push(`  columns not kept: ${notKept.join(', ')}`)
  return harmless(lines.join('\n'))
}

function told({ matches, count, assets, indicators, untested, knownGood }: MatchesView): string {
  const { tested, partly, untested: not, revoked } = indicators
  const lines = [
    `${assets} assets touched, ${count} matches`,
    ...matches.flatMap(matchLines),
    `indicators: ${tested} tested whole, ${partly} in part, ${not} not at all, ${revoked} revoked`,
    ...(knownGood.matches > 0
      ? [
          `${knownGood.matches} matches by known-good values alone, kept out (warninglists in node.json):`,
        ]
      : []),
    ...knownGood.indicators.map(
      ({ name, matches: many, lists }) => `  ${many} of ${name}: ${lists.join(', ')}`,
    ),
    ...untested.flatMap(({ name, parts }) => [
      `  not tested in ${name}:`,
      ...parts.map(({ text, because }) => `    ${text}: ${because}`),
    ]),
  ]
  return harmless(lines.join('\n'))
}

function matchLines({ asset, indicator, certainty, why, untested, falsePositive }: MatchView) {
  const past = indicator.isPast ? ' (its time is over)' : ''
  const marked = falsePositive ? `, marked as meaning nothing: ${falsePositive.because}` : ''
  return [
    `  ${asset.id} ${asset.name} ${certainty === 'matches' ? 'matches' : 'may match'} ${indicator.name}${past}${marked}`,
    ...why.map(
      ({ comparison, column, value, relation }) =>
        `    ${comparison}  <- ${relation} -  ${column} ${value}`,
    ),
    ...untested.map(({ text, because }) => `    not tested: ${text}: ${because}`),
  ]
}

import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { assertCompared, cardBytes, cardId, parseCard } from '../parties/card.ts'
import { toWords } from '../parties/words.ts'
import { crypto } from '../platform/crypto.ts'
import { refusing } from './refusing.ts'
import { drawnId, toldId } from './told.ts'

type Options = { readonly id?: string; readonly qr: boolean; readonly json: boolean }

/** `entente party show`: what a card says, and the id that its party reads out. */
export function partyCommand(): Command {
  const party = new Command('party').description('look at the card that a party gives to others')
  party
    .command('show')
    .description('a party card in plain language, with its id for comparing')
    .argument('<card>', 'a card.json')
    .option(
      '--id <id>',
      'the id that was read to you, sha256:… or its 32 words: another is refused',
    )
    .option('--qr', 'its id as a QR code besides', false)
    .option('--json', 'as JSON', false)
    .action((file: string, options: Options) => refusing(() => show(readFileSync(file), options)))
  return party
}

function show(bytes: Uint8Array, { id: said, qr, json }: Options): void {
  const card = parseCard(bytes)
  if (said !== undefined) assertCompared(card, said, crypto)
  const id = cardId(cardBytes(card), crypto)
  if (json) return console.log(JSON.stringify({ id, words: toWords(id), card }))
  const weight = card.population === undefined ? '' : `, population ${card.population}`
  console.log(`${card.party} ${card.name}, ${card.role}${weight}\n${toldId(id)}`)
  if (qr) console.log(drawnId(id))
}

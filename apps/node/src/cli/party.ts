import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { cardBytes, cardId, parseCard } from '../parties/card.ts'
import { toWords } from '../parties/words.ts'
import { crypto } from '../platform/crypto.ts'
import { refusing } from './refusing.ts'
import { toldId } from './told.ts'

/** `entente party show`: what a card says, and the id that its party reads out. */
export function partyCommand(): Command {
  const party = new Command('party').description('look at the card that a party gives to others')
  party
    .command('show')
    .description('a party card in plain language, with its id for comparing')
    .argument('<card>', 'a card.json')
    .option('--json', 'as JSON', false)
    .action((file: string, { json }: { json: boolean }) =>
      refusing(() => {
        const card = parseCard(readFileSync(file))
        const id = cardId(cardBytes(card), crypto)
        if (json) return console.log(JSON.stringify({ id, words: toWords(id), card }))
        const weight = card.population === undefined ? '' : `, population ${card.population}`
        console.log(`${card.party} ${card.name}, ${card.role}${weight}\n${toldId(id)}`)
      }),
    )
  return party
}

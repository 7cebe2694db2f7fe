import type { Publisher, VerifiedCertificate } from '@entente/accord'
import type { Language } from '@entente/lexicon'
import { harmless } from './terminal.ts'
import {
  CERTIFICATE_NOT_PROVED,
  CERTIFICATE_PROVED,
  CERTIFICATE_WORDS,
  CUSTODY,
} from './verify-certificate-words.ts'
import { instant } from './verify-report.ts'
import { WORDS } from './verify-words.ts'

/** What a public certificate proves, in sentences that somebody without the software can act on. */
export function certificateReport(verified: VerifiedCertificate, lang: Language): string {
  const { charter, publication, publishers, trusted } = verified
  const say = (word: keyof typeof CERTIFICATE_WORDS) => CERTIFICATE_WORDS[word][lang]
  const fill = (text: string) =>
    text
      .replace('{quorum}', String(charter.quorum))
      .replace('{witnesses}', String(charter.witnesses.length))
      .replace('{publishers}', String(publishers.length))
      .replace('{stands}', String(publishers.filter(({ recalled }) => !recalled).length))
  const list = (title: string, lines: readonly string[]) => [
    '',
    title,
    ...lines.map((line) => `  - ${fill(line)}`),
  ]
  const { text } = publication
  return harmless(
    [
      say('given'),
      `${say('publicCase')}: ${charter.title}${charter.exercise ? ` (${WORDS.exercise[lang]})` : ''}`,
      `${WORDS.charter[lang]}: ${charter.id} (${WORDS[trusted ? 'trusted' : 'untrusted'][lang]})`,
      trusted ? fill(say('proved')) : say('alone'),
      '',
      `${say('text')} (${say(publication.what)}, ${say(publication.audience)}): ${text.title}`,
      ...text.clauses.map((clause) => `  ${clause.id}  ${clause.text}`),
      '',
      say('behind'),
      ...publishers.flatMap((publisher) => publisherLines(publisher, lang)),
      ...list(
        WORDS.provedTitle[lang],
        verified.proved.map((code) => CERTIFICATE_PROVED[code][lang]),
      ),
      ...list(
        WORDS.notProvedTitle[lang],
        verified.notProved.map((code) => CERTIFICATE_NOT_PROVED[code][lang]),
      ),
    ].join('\n'),
  )
}

function publisherLines(publisher: Publisher, lang: Language): string[] {
  const { party, name, authority, keyid, custody, since, times, recalled } = publisher
  const say = (word: keyof typeof CERTIFICATE_WORDS) => CERTIFICATE_WORDS[word][lang]
  return [
    `  ${party} ${name}, ${say('by')} ${authority.name} (${say('key')} ${keyid}, ${CUSTODY[custody][lang]})`,
    `     ${say('since')} ${instant(since)}`,
    ...times.map(([witness, at]) => `     ${WORDS.cosigned[lang]} ${witness}, ${instant(at)}`),
    ...(recalled ? [`     ${say('recalled')} ${instant(recalled.since)}: ${recalled.reason}`] : []),
  ]
}

import { Command, Option } from 'commander'
import { TLP } from '@entente/release'
import { publishedMarking, tlpMarking } from '@entente/stix'
import type { ActView, CaseView } from '../api.ts'
import { namedUuid } from '../sharing/named-uuid.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'

type Options = { readonly session: string; readonly line: string; readonly tlp: string }

/** `entente incident sightings`: what was told to be seen on a reporting line, as STIX, for a person to take in and pass on. */
export function sightingsCommand(): Command {
  return new Command('sightings')
    .description('write what was told to be seen on a reporting line as a bundle of STIX sightings')
    .requiredOption('--line <id>', 'which reporting line')
    .addOption(
      new Option('--tlp <label>', 'how far they may go').choices(TLP).default('TLP:AMBER+STRICT'),
    )
    .option('--session <file>', 'who does it, at a running node', SESSION)
    .action(({ session, line, tlp }: Options) =>
      refusing(async () => {
        const path = `/api/v1/cases/${encodeURIComponent(line)}`
        const { acts } = await openSession(session).get<CaseView>(path)
        console.log(JSON.stringify(sightingsBundle(line, acts, tlp), undefined, 2))
      }),
    )
}

/**
 * Every sighting that counts, as a STIX Sighting of the same indicator, count and moments. The same act gives the same
 * object; who saw it is not in it.
 */
export function sightingsBundle(
  line: string,
  acts: readonly Pick<ActView, 'id' | 'act' | 'void'>[],
  label: string,
) {
  const marking = tlpMarking(label)
  const definition = marking === undefined ? undefined : publishedMarking(marking)
  const sightings = acts.flatMap(({ id, act, void: voided }) => {
    if (voided || act?.kind !== 'sighting') return []
    const { claimedAt, sightingOf, count, firstSeen, lastSeen } = act
    // STIX 2.1 section 3.2 asks for milliseconds.
    const at = new Date(claimedAt).toISOString()
    return [
      {
        type: 'sighting',
        spec_version: '2.1',
        id: `sighting--${namedUuid(id)}`,
        created: at,
        modified: at,
        ...(firstSeen === undefined ? {} : { first_seen: firstSeen }),
        ...(lastSeen === undefined ? {} : { last_seen: lastSeen }),
        count,
        sighting_of_ref: sightingOf,
        ...(definition ? { object_marking_refs: [marking] } : {}),
      },
    ]
  })
  const objects = [...(definition && sightings.length > 0 ? [definition] : []), ...sightings]
  return { type: 'bundle', id: `bundle--${namedUuid(`${line} ${label}`)}`, objects }
}

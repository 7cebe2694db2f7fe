import { isPapTag, isTlpTag, PAP_LEVELS, papOf } from '@entente/stix'
import { markingIdsOf, textsOf } from './marking-of.ts'
import { strictest, TLP, tlp, type Tlp } from './tlp.ts'

type Json = Readonly<Record<string, unknown>>

/** What nobody marked is taken to be as a node takes it that settles nothing: never clear. */
const UNMARKED: Tlp = 'TLP:AMBER+STRICT'

/**
 * Whether an object goes further than what it stands beside: under a looser label, for the whole or in its strictest
 * part, by a looser word on what may be done with it (PAP), or without another marking that the other carries.
 * Which other marking restricts nothing is for people to say; here every one that is gone counts.
 */
export function loosens(after: Json, before: Json): boolean {
  const [is, was] = [read(after), read(before)]
  return (
    is.whole > was.whole ||
    is.strictest > was.strictest ||
    is.pap > was.pap ||
    was.others.some((id) => !is.others.includes(id))
  )
}

/** Places in the order of labels, the strictest first: a greater one is looser. */
function read(object: Json) {
  const ids = markingIdsOf(object)
  const labels = textsOf(object['labels'])
  const tags = labels.filter(isTlpTag)
  const labelsOf = (texts: readonly string[]) => texts.flatMap((text) => tlp(text) ?? [])
  const whole = labelsOf([...textsOf(object['object_marking_refs']), ...tags])
  const place = (labels: readonly Tlp[]) => TLP.indexOf(strictest(labels) ?? UNMARKED)
  const pap = papOf(object)
  return {
    whole: place(whole),
    strictest: place([...whole, ...labelsOf(ids)]),
    pap: pap === undefined ? PAP_LEVELS.length : PAP_LEVELS.indexOf(pap),
    // A tag that calls itself TLP or PAP and is no word of it forbids, as a marking does that nobody knows.
    others: [
      ...[...ids, ...tags].filter((one) => tlp(one) === undefined),
      ...labels.filter((tag) => isPapTag(tag) && papOf({ labels: [tag] }) === undefined),
    ],
  }
}

import { inFile, type Mutant } from './mutate-fault.ts'

const reading = inFile('reading.ts')
const evaluate = inFile('evaluate.ts')
const strand = inFile('strand.ts')
const successor = inFile('successor.ts')

/** Who takes part, who left, and which charter takes the place of which. */
export const MEMBERSHIP_MUTANTS: readonly Mutant[] = [
  reading(
    'who left still has its last voice',
    'hear(history, left, WITHDRAWN)',
    'if (history.length === 0) hear(history, left, WITHDRAWN)',
  ),
  reading(
    'who left is silent on what it never spoke on',
    'if (!left) return said',
    'if (!left || said.length === 0) return said',
  ),
  evaluate(
    'a charter is amended by a text that nobody adopted',
    'adopted.length > 0 ? [[id, successor] as const] : [],',
    '[[id, successor] as const],',
  ),
  evaluate(
    'any adopted text amends the charter',
    "kind === 'charter'\n        ? versions.flatMap",
    'kind.length > 0\n        ? versions.flatMap',
  ),
  evaluate('a charter is amended to any other', 'puts.get(on) === to', 'puts.has(on)'),
  strand('who left goes on speaking', 'left !== undefined && !isOfKeys', 'left === id'),
  strand('who left can take no key back', 'left !== undefined && !isOfKeys', 'left !== undefined'),
  strand('who left can leave again', " && kind.effect?.(act)?.does !== 'leaves'", ''),
  inFile('act/leave.ts')(
    'a ministry takes its nation out of the case',
    "signedBy: 'root'",
    "signedBy: 'authority'",
  ),
  strand(
    'what root keys say of another kind counts in the cases below',
    'kind.keys !== undefined && casesAbove',
    "kind.signedBy === 'root' && casesAbove",
  ),
  inFile('charter.ts')(
    'key acts of the charters before the last one count for nothing',
    '...(from.older ?? [])',
    '',
  ),
  inFile('copies.ts')(
    'a party that is named anew has its old key acts copied',
    'if (!isSameRoot(parent.charter, charter, party)) return []',
    '',
  ),
  successor(
    'a charter amends a case that it does not name',
    'amends?.case !== charter.id',
    'amends === undefined',
  ),
  successor(
    'a charter names what charters it likes before its own',
    'canonical(older) !== canonical(amends.older ?? [])',
    'older.length > 64',
  ),
  successor(
    'a cut for keys leaves a party out',
    'named.length !== parties.length || parties.some((party) => !amends.cut[party])',
    'named.length > parties.length',
  ),
  successor(
    'a cut for keys has any tree',
    'taken.cut[party]!.root !== amends.cut[party]!.root',
    'taken.cut[party]!.root.length !== amends.cut[party]!.root.length',
  ),
  successor(
    'a party goes on with what keys its charter likes',
    'canonical(got) === canonical(expected)',
    'got.length <= expected.length || canonical(got) === canonical(expected)',
  ),
  successor(
    'a charter hands down void key acts',
    'act && !voided && kindOf(act).keys',
    'act && kindOf(act).keys',
  ),
  successor(
    'what a charter was handed down is not handed on',
    '[...(charter.keys?.[party] ?? []), ...own]',
    'own',
  ),
  successor('a strand keeps its name under the next charter', 'if (again)', 'if (false)'),
  successor(
    'a charter takes the place of another before it is adopted',
    'one.successor === successor.id && one.adopted.length > 0',
    'one.successor === successor.id',
  ),
  successor(
    'a cut for keys goes beyond the certificate',
    '(effect.cut[id]?.size ?? 0) >= (from[id]?.size ?? 0)',
    'effect.cut[id] !== undefined || from[id] !== undefined',
  ),
]

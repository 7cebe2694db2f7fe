import { BEFORE } from './vectors-play.ts'
import { cosign, formatCheckpoint, fromBase64, signNote } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import { headOf, named, noteOf, originOf, PARTY_IDS, threeAt, type Said } from './vectors-case.ts'
import type { TogetherCase } from './vectors-together.ts'

/** Certificates whose cut or whose notes over single strands do not hold: spec/strand.md section 5. */

type Strands = Parameters<TogetherCase['notes']>[1]
type Cut = Parameters<TogetherCase['notes']>[0]

const closings = (strands: Strands, more: Said = {}): Said => ({
  ...Object.fromEntries(PARTY_IDS.map((id) => [id, [noteOf(strands[id], threeAt(BEFORE))]])),
  ...more,
})
const without = (cut: Cut, left: string) =>
  Object.fromEntries(Object.entries(cut).filter(([id]) => id !== left))
const CUT = 'certificate.cut'
const TREE = 'certificate.tree'
const NOTE = 'certificate.note'
/** A tree of Birch with one entry, shown by a note over as many. */
const tree = (strands: Strands, size = 1, over = size) => ({
  size,
  notes: [noteOf(strands.XB, threeAt(BEFORE), over)],
})
const open = (
  name: string,
  what: string,
  code: string | null,
  notes: TogetherCase['notes'],
): TogetherCase => ({ name, what, why: WHY[code ?? 'none']!, void: code, standing: 'open', notes })
const WHY: Readonly<Record<string, string>> = {
  [CUT]: 'A cut names every party of the charter and no other, and nor do the trees beside it.',
  [TREE]: 'A note is about the tree of its strand that is cited, and a tree is that of the strand.',
  [NOTE]: 'Each note is signed by the log of its strand, and no cosignature of it is false.',
  none: 'What cites more than the record holds stays as it is, and proves nothing yet.',
}
const early = (name: string, what: string, code: string, given: (strands: Strands) => Said) =>
  (['early', 'breaks', 'since'] as const).map((place) =>
    open(`${place}-${name}`, `${what}, in \`${place}\``, code, (_, strands) => ({
      closings: closings(strands),
      [place]: given(strands),
    })),
  )

export const CITED: readonly TogetherCase[] = [
  open('cut-short', 'the cut leaves a party out', CUT, (cut, strands) => ({
    closings: without(closings(strands) as Cut, 'XA'),
    cut: without(cut, 'XA'),
  })),
  open('cut-stranger', 'the cut names a party more', CUT, (cut, strands) => ({
    closings: closings(strands),
    cut: { ...cut, XZ: headOf(strands.XB) },
  })),
  open('cut-other', 'the cut names a stranger in the place of a party', CUT, (cut, strands) => ({
    closings: without(closings(strands) as Cut, 'XA'),
    cut: { ...without(cut, 'XA'), XZ: headOf(strands.XB) },
  })),
  open('closing-stranger', 'there is a note over the strand of a stranger', CUT, (_, strands) => ({
    closings: closings(strands, { XZ: [noteOf(strands.XB, threeAt(BEFORE))] }),
  })),
  open('cut-beyond', 'the cut cites an entry more than there is', null, (cut, strands) => ({
    closings: closings(strands),
    cut: { ...cut, XB: { ...cut['XB']!, size: cut['XB']!.size + 1 } },
  })),
  open('cut-root', 'a strand has another root than the cut says', TREE, (cut) => ({
    closings: {},
    cut: { ...cut, XB: { ...cut['XB']!, root: cut['XA']!.root } },
  })),
  open('closing-size', 'a note is over a smaller tree', TREE, (_, strands) => ({
    closings: closings(strands, { XB: [noteOf(strands.XB, threeAt(BEFORE), 1)] }),
  })),
  open('closing-one', 'one of two notes is over a smaller tree', TREE, (_, strands) => ({
    closings: closings(strands, {
      XB: [noteOf(strands.XB, threeAt(BEFORE)), noteOf(strands.XB, threeAt(BEFORE), 1)],
    }),
  })),
  open('closing-root', 'a note is over another tree of that size', TREE, (_, strands) => ({
    closings: closings(strands, {
      XB: [noteOf({ ...strands.XB, entries: strands.XB.entries.toReversed() }, threeAt(BEFORE))],
    }),
  })),
  open(
    'closing-one-root',
    'one of two notes is over another tree of that size',
    TREE,
    (_, strands) => {
      const reversed = { ...strands.XB, entries: strands.XB.entries.toReversed() }
      const notes = [strands.XB, reversed].map((one) => noteOf(one, threeAt(BEFORE)))
      return { closings: closings(strands, { XB: notes }) }
    },
  ),
  open(
    'closing-lying',
    'a note has the root of the tree and another size',
    TREE,
    (cut, strands) => {
      const root = fromBase64(cut['XB']!.root)
      const text = formatCheckpoint({ origin: originOf('XB'), size: 1, root })
      const lines = Object.entries(threeAt(BEFORE)).map(([name, time]) =>
        cosign(text, named(name), time, crypto.sha256),
      )
      const note = `${signNote(text, named(originOf('XB')), crypto.sha256)}${lines.join('')}`
      return { closings: closings(strands, { XB: [note] }) }
    },
  ),
  // By their ids the office comes before Alder, in the charter after it.
  open(
    'closing-first',
    'the note of the office is none, and that of Alder over a smaller tree',
    NOTE,
    (_, strands) => ({
      closings: closings(strands, {
        CO: ['a note'],
        XA: [noteOf(strands.XA, threeAt(BEFORE), 1)],
      }),
    }),
  ),
  open(
    'closing-early',
    'a closing is over a smaller tree, and an early note is none',
    TREE,
    (_, strands) => ({
      closings: closings(strands, { XB: [noteOf(strands.XB, threeAt(BEFORE), 1)] }),
      early: { CO: { size: 1, notes: ['a note'] } },
    }),
  ),
  open('closing-another', 'a note is over another strand', NOTE, (_, strands) => ({
    closings: closings(strands, { XB: [noteOf(strands.XA, threeAt(BEFORE))] }),
  })),
  open('closing-nothing', 'a note is none', NOTE, (_, strands) => ({
    closings: closings(strands, { XB: ['a note'] }),
  })),
  ...early('stranger', 'there is a tree of a stranger', CUT, (strands) => ({ XZ: tree(strands) })),
  ...early('size', 'a note is over a larger tree', TREE, (strands) => ({
    XB: tree(strands, 1, 2),
  })),
  ...early('root', 'a note is over another tree of that size', TREE, (strands) => ({
    XB: {
      size: 1,
      notes: [noteOf({ ...strands.XB, entries: strands.XB.entries.slice(1) }, threeAt(BEFORE), 1)],
    },
  })),
  ...early('nothing', 'a note is none', NOTE, () => ({ XB: { size: 1, notes: ['a note'] } })),
]

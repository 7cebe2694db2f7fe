/**
 * The open questions as they are shown: in the order in which the node asks them now. The one that a
 * person is at stays where it was, answered or not, so that nothing moves under their hands.
 */
export function openInOrder(
  asked: readonly string[],
  shown: readonly string[],
  at: string | undefined,
): readonly string[] {
  const place = at === undefined ? -1 : shown.indexOf(at)
  if (at === undefined || place < 0) return asked
  return asked.filter((id) => id !== at).toSpliced(place, 0, at)
}

type Stating = Readonly<Record<string, { readonly value?: unknown }>>

/** The facts that were answered and are asked no more: they stay, to be said otherwise. */
export const answeredIn = (facts: Stating, open: readonly string[]): readonly string[] =>
  Object.entries(facts).flatMap(([id, { value }]) =>
    value === undefined || open.includes(id) ? [] : [id],
  )

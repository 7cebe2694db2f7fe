/** A letter of a script in which a joiner changes how its neighbours are written. */
const JOINING = String.raw`[[\p{sc=Arab}\p{sc=Syrc}\p{sc=Deva}\p{sc=Beng}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}]&&\p{L}]`

// What a script or a picture needs is seen by what it does there: it is not among what is unseen.
const UNSEEN = new RegExp(
  String.raw`(?!${[
    String.raw`[\t\n\r]`,
    String.raw`(?<=${JOINING}\p{M}*)[\u200c\u200d](?=${JOINING})`,
    String.raw`(?<=\p{ExtPict}\ufe0f?\p{EMod}?)\u200d(?=\p{ExtPict})`,
    String.raw`(?<=\p{Emoji})[\ufe0e\ufe0f]`,
  ].join('|')})([\p{Cc}\p{DI}\u2028\u2029\ufff9-\ufffb])`,
  'v',
)

/** A text cut at the characters that act and are not seen (controls, marks of direction, what has no width), which stand at the odd places. */
export const atUnseen = (text: string): readonly string[] => text.split(UNSEEN)

/** An unseen character as it is shown: `‹U+202E›`. */
export const shownUnseen = (character: string): string =>
  `‹U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`

/** A text in which every unseen character is shown as what it is. */
export const withUnseen = (text: string): string =>
  atUnseen(text)
    .map((part, at) => (at % 2 === 0 ? part : shownUnseen(part)))
    .join('')

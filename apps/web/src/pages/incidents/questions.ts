/** The questions of a report in the order in which they are put, one a page. */
export const QUESTIONS = ['when', 'what', 'touched', 'asked', 'sign'] as const
export type Question = (typeof QUESTIONS)[number]

/** Which question a missing field belongs to. */
export function questionOf(field: string): Question {
  switch (field) {
    case 'awareAt':
      return 'when'
    case 'title':
    case 'account':
    case 'suspectedMalicious':
    case 'crossBorder':
      return 'what'
    default:
      return 'asked'
  }
}

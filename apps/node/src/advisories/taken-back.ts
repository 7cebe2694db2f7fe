import { isRecalled, type Published, type Statement } from './publications.ts'
import { dateTime, nameOf } from './view.ts'

/**
 * What a reader of the feed must know before the text: who took it back, when and why, and who still
 * stands behind it; in the language of the text, in English where that is neither of the two.
 */
export function takenBack(one: Published): readonly string[] {
  const { statements, publication } = one
  const gone = statements.filter(isRecalled)
  if (gone.length === 0) return []
  const say = publication.text.lang === 'es' ? inSpanish : inEnglish
  const names = (of: readonly Statement[]) => of.map(({ party }) => nameOf(one, party))
  const left = names(statements.filter((statement) => !isRecalled(statement)))
  return [
    ...gone.map(({ party, recalls: [recall] }) => {
      const act = recall?.logged.act
      const at = recall ? dateTime(recall.tree.by) : ''
      return say.gone(nameOf(one, party), at, act?.kind === 'recall' ? act.reason : '')
    }),
    left.length === 0 ? say.nobody : say.left(left.join(', ')),
  ]
}

type Say = {
  readonly gone: (name: string, at: string, reason: string) => string
  readonly left: (names: string) => string
  readonly nobody: string
}
const inEnglish: Say = {
  gone: (name, at, reason) => `Taken back by ${name}, ${at}: ${reason}`,
  left: (names) => `Still behind it: ${names}.`,
  nobody: 'Nobody stands behind this text any more.',
}
const inSpanish: Say = {
  gone: (name, at, reason) => `Retirado por ${name}, ${at}: ${reason}`,
  left: (names) => `Lo mantienen: ${names}.`,
  nobody: 'Ya nadie respalda este texto.',
}

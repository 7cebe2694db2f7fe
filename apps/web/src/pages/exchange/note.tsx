import { useSearch } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { useCase } from '../case/case-context.ts'
import { shortAct } from '../case/case-file.ts'
import { SayDialog } from '../voice/say-dialog.tsx'
import { sealedRow } from './readers-choice.tsx'
import { inClear, useWords, WordsField } from './at-home.tsx'

/** A party writes a note for the record, for all parties or with its words kept at home. */
export function NoteDialog() {
  const intl = useIntl()
  const file = useCase()
  const { from } = useSearch({ from: '/cases/$id' })
  const about = file.actOf(from)
  const [words, setWords] = useWords()
  const says = inClear(words)
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'note.title' })}
      subtitle={file.view.charter.title}
      what={intl.formatMessage({ id: 'note.what' })}
      step={undefined}
      done="note.filed"
      said={{
        kind: 'note',
        ...(about && { about: about.id }),
        ...(says !== undefined && { says }),
        ...(words.sealed.length > 0 && { sealed: words.sealed }),
      }}
      rows={[
        ...(about ? [['about', shortAct(about)] as const] : []),
        ...(says === undefined ? [] : [['says', says] as const]),
        ...words.sealed.map(sealedRow),
      ]}
    >
      {(isWrong) => (
        <WordsField
          name="says"
          label={intl.formatMessage({ id: 'note.says' })}
          words={words}
          error={isWrong('says') ? intl.formatMessage({ id: 'note.error' }) : undefined}
          onChange={setWords}
        />
      )}
    </SayDialog>
  )
}

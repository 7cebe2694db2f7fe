import { useIntl } from 'react-intl'
import { useKindWord } from '../drafts/kind-word.ts'

/** Kinds of act to choose among, by their names in the common language. */
export function Verbs({
  all,
  chosen,
  onChange,
}: {
  all: readonly string[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}) {
  const intl = useIntl()
  const kindWord = useKindWord()
  return (
    <div className="verbs">
      {all.map((verb) => (
        <label key={verb} className="toggle">
          <input
            type="checkbox"
            checked={chosen.includes(verb)}
            onChange={({ target }) =>
              onChange(all.filter((one) => (one === verb ? target.checked : chosen.includes(one))))
            }
          />
          {verb === 'open-case'
            ? intl.formatMessage({ id: 'found.verb.open-case' })
            : kindWord(verb)}
        </label>
      ))}
    </div>
  )
}

import { useId } from 'react'
import { useIntl } from 'react-intl'
import type { DraftedStatement } from '@entente/law'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import { usePreferences } from '../../frame/preferences.tsx'
import { Field } from './field.tsx'
import { rulesNamed, type Stated } from './statement-text.ts'

/** A nation's own words of an adopted text, begun from recorded facts; what it does not name is pointed out. */
export function OwnStatement({
  stated,
  drafted,
  isWrong,
  onChange,
}: {
  stated: Stated
  /** Absent where no measure is on record. */
  drafted: DraftedStatement | undefined
  isWrong: boolean
  onChange: (stated: Stated) => void
}) {
  const intl = useIntl()
  const { locale: lang } = usePreferences()
  const empty = isWrong ? intl.formatMessage({ id: 'statement.empty' }) : undefined
  return (
    <>
      <Field
        label={intl.formatMessage({ id: 'statement.heading' })}
        error={stated.title.trim() === '' ? empty : undefined}
      >
        {(control) => (
          <input
            {...control}
            className="input"
            lang={lang}
            maxLength={300}
            value={stated.title}
            onChange={({ target }) => onChange({ ...stated, title: target.value })}
          />
        )}
      </Field>
      <Field
        label={intl.formatMessage({ id: 'statement.text' })}
        {...hintOf(drafted)}
        error={stated.words.trim() === '' ? empty : undefined}
      >
        {(control) => (
          <>
            <textarea
              {...control}
              className="input"
              lang={lang}
              rows={8}
              value={stated.words}
              onChange={({ target }) => onChange({ ...stated, words: target.value })}
            />
            <LintNotes text={stated.words} lang={lang} of={control.id} />
          </>
        )}
      </Field>
      <RuleBroken words={stated.words} drafted={drafted} />
    </>
  )

  function hintOf(draft: DraftedStatement | undefined) {
    if (!draft) return {}
    return {
      hint:
        'missing' in draft
          ? intl.formatMessage({ id: 'statement.text.missing' }, { missing: draft.missing })
          : intl.formatMessage({ id: 'statement.text.drafted' }),
    }
  }
}

/** Whether it names the rule that was broken. Said, and never in the way. */
function RuleBroken({ words, drafted }: { words: string; drafted: DraftedStatement | undefined }) {
  const intl = useIntl()
  const id = useId()
  const rules = drafted && 'rules' in drafted ? drafted.rules : undefined
  const named = rulesNamed(words, rules ?? [])
  const says =
    named.length > 0
      ? intl.formatMessage({ id: 'statement.rule.named' }, { rules: named.join('; ') })
      : !rules
        ? intl.formatMessage({ id: 'statement.rule.unasked' })
        : rules.length === 0
          ? intl.formatMessage({ id: 'statement.rule.none' })
          : intl.formatMessage({ id: 'statement.rule.missing' }, { rules: rules.join('; ') })
  return (
    <output id={id} className={named.length > 0 ? 'note for' : 'note hold rule-missing'}>
      {says} {named.length > 0 ? null : intl.formatMessage({ id: 'statement.rule.publish' })}
    </output>
  )
}

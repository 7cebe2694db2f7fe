import { useIntl } from 'react-intl'
import type { Text } from '@entente/accord'
import { Tlp } from '../../marks/tlp.tsx'
import { Hash } from '../../marks/hash.tsx'
import '../../style/public.css'
import { useCase } from '../case/case-context.ts'
import { PutDown } from '../drafts/put-down.tsx'
import { Article } from '../public/article.tsx'
import { sayLanguage } from '../public/say-language.ts'
import type { Draft } from '../voice/payload.ts'
import { Sheet, useBaseRows } from '../voice/signing.tsx'
import type { Written } from './written.ts'

/** The text as anyone will read it, from the very bytes that would be signed, and those bytes. */
export function Preview({
  draft,
  text,
  audience,
  replaces,
}: {
  draft: Draft
  text: Text
  audience: Written['audience']
  /** The draft at this node in whose place it would be put down. */
  replaces: string | undefined
}) {
  const intl = useIntl()
  const file = useCase()
  const rows = useBaseRows()
  const { lang } = text
  const others = draft.fields['with']
  return (
    <section
      className="preview"
      aria-label={intl.formatMessage({ id: 'advisory.preview.of' }, { lang })}
    >
      <div className="publication">
        <div className="art">
          <h3 lang={lang}>{text.title === '' ? '…' : text.title}</h3>
          <p className="meta">
            <span>
              {intl.formatMessage({ id: `public.for.${audience}` })}, {sayLanguage(intl, lang)}
            </span>
            <Tlp tlp="TLP:CLEAR" />
            <span>{file.nameOf(file.us)}</span>
          </p>
          <Article publication={{ text, what: 'advisory' }} below={3} />
        </div>
      </div>
      <details className="small">
        <summary>{intl.formatMessage({ id: 'advisory.bytes' })}</summary>
        <Sheet
          draft={draft}
          putDown={false}
          rows={rows('publish', draft.fields, [
            ['what', `advisory, ${audience}`],
            ['title', <b key="title">{text.title}</b>],
            ...text.clauses.map((clause) => [clause.id, clause.text] as const),
            ...(typeof others === 'string'
              ? ([['with', <Hash key="with" of={others} />]] as const)
              : []),
          ])}
        />
        <PutDown payload={draft.act && draft.payload} replaces={replaces} />
      </details>
    </section>
  )
}

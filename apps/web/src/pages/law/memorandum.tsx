import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { partsOf, textOf, type Block, type Text } from '@entente/law'
import { memorandumPath, memorandumQuery } from '../../api/measures.ts'
import { ActDialog } from '../../frame/dialog.tsx'
import { Downloads } from '../../frame/downloads.tsx'
import { usePreferences } from '../../frame/preferences.tsx'
import { Waiting } from '../../frame/states.tsx'
import { useCase } from '../case/case-context.ts'
import './memorandum.css'

/** The assessment in writing, as it would be downloaded: nothing in it was written for the page. */
export function MemorandumDialog() {
  const intl = useIntl()
  const navigate = useNavigate()
  const { id } = useParams({ from: '/cases/$id/law' })
  const search = useSearch({ from: '/cases/$id/law' })
  const { view } = useCase()
  const { locale: lang } = usePreferences()
  const measures = view.state.measures ?? []
  const step = (measures.find((one) => one.step === search.step) ?? measures.at(-1))?.step ?? ''
  const { data, error } = useQuery(
    memorandumQuery(id, { step, lang, asOf: search.asOf, digest: view.digest }),
  )
  const close = () => void navigate({ to: '/cases/$id/law', params: { id }, search })
  return (
    <ActDialog
      title={intl.formatMessage({ id: 'law.memorandum' })}
      subtitle={intl.formatMessage({ id: 'law.memorandum.note' })}
      onClose={close}
      footer={
        <>
          <p className="small">{intl.formatMessage({ id: 'law.memorandum.same' })}</p>
          <Downloads
            name={`memorandum-${step}-${lang}`}
            path={(format) => memorandumPath(id, step, { format, lang, asOf: search.asOf })}
          />
        </>
      }
    >
      {data ? (
        <article className="memorandum" lang={data.lang}>
          <h3 className="memorandum-title">{data.title}</h3>
          {data.blocks.map((block, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the blocks of one text never move
            <Written key={index} block={block} />
          ))}
        </article>
      ) : (
        <div className="memorandum">
          <Waiting error={error} />
        </div>
      )}
    </ActDialog>
  )
}

function Written({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Level = `h${block.level + 1}` as 'h3' | 'h4' | 'h5'
      return <Level>{block.text}</Level>
    }
    case 'paragraph':
      return (
        <p>
          <Told text={block.text} />
        </p>
      )
    case 'warning':
      return <p className="note hold">{block.text}</p>
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={textOf(item)}>
              <Told text={item} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <Table {...block} />
  }
}

/** What stands in another language says in which. */
const Told = ({ text }: { text: Text }) =>
  partsOf(text).map((part, index) =>
    part.lang === undefined ? (
      part.text
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one text never move
      <span key={index} lang={part.lang}>
        {part.text}
      </span>
    ),
  )

type TableBlock = Extract<Block, { kind: 'table' }>

const Table = ({ caption, head, rows }: TableBlock) => (
  <section
    className="scroll"
    aria-label={caption}
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    tabIndex={0}
  >
    <table className="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first = '', ...rest]) => (
          <tr key={[first, ...rest].map(textOf).join('\n')}>
            <th scope="row">
              <Told text={first} />
            </th>
            {rest.map((cell, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a cell has no other name than its column
              <td key={index}>
                <Told text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

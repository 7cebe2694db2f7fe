import { useIntl } from 'react-intl'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from '../case/case-context.ts'

type Holder = { readonly code: string; readonly name: string }

/** Codes that the browser can name in the person's language; X is for the invented and for groups. */
const isRegion = (code: string) => /^[A-WYZ][A-Z]$/.test(code)

/** Who holds something: the nations of this case with their plates, then others by name, alphabetical. */
export function Holders({ of }: { of: readonly Holder[] }) {
  const intl = useIntl()
  const file = useCase()
  const isHere = ({ code }: Holder) => file.members.some(({ id }) => id === code)
  const own = of.filter(isHere).toSorted(byName(intl.locale))
  const others = of
    .filter((holder) => !isHere(holder))
    .map(({ code, name }) => {
      const said = isRegion(code)
        ? intl.formatDisplayName(code, { type: 'region', fallback: 'none' })
        : undefined
      return { code, name: said ?? name, foreign: said === undefined }
    })
    .toSorted(byName(intl.locale))
  if (of.length === 0)
    return <p className="small quiet">{intl.formatMessage({ id: 'law.side.nobody' })}</p>
  return (
    <>
      {own.length > 0 ? (
        <ul className="row holders">
          {own.map(({ code }) => (
            <li key={code} className="nat">
              <Plate party={code} name={file.nameOf(code)} us={code === file.us} />{' '}
              <b>{file.nameOf(code)}</b>
            </li>
          ))}
        </ul>
      ) : null}
      {others.length > 0 ? (
        <p className="small">
          {intl.formatMessage({ id: 'law.side.published' }, { count: others.length })}{' '}
          {others.map(({ code, name, foreign }, index) => (
            <span key={code}>
              {index > 0 ? ', ' : ''}
              <span lang={foreign ? 'en' : undefined}>{name}</span>
            </span>
          ))}
        </p>
      ) : null}
    </>
  )
}

const byName = (locale: string) => (a: Holder, b: Holder) => a.name.localeCompare(b.name, locale)

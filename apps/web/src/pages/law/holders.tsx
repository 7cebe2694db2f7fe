import { useIntl } from 'react-intl'
import type { InLanguages } from '@entente/lexicon'
import { useSay } from '../../i18n/use-say.ts'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from '../case/case-context.ts'

type Holder = { readonly code: string; readonly name: string; readonly names?: InLanguages }

/** Who holds something: the nations of this case with their plates, then others by name, alphabetical. */
export function Holders({ of }: { of: readonly Holder[] }) {
  const intl = useIntl()
  const say = useSay()
  const file = useCase()
  const isHere = ({ code }: Holder) => file.members.some(({ id }) => id === code)
  const own = of.filter(isHere).toSorted(byName(intl.locale))
  const others = of
    .filter((holder) => !isHere(holder))
    .map(({ code, name, names }) => ({ code, name: names ? say(names) : name }))
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
          {others.map(({ name }) => name).join(', ')}
        </p>
      ) : null}
    </>
  )
}

const byName = (locale: string) => (a: Holder, b: Holder) => a.name.localeCompare(b.name, locale)

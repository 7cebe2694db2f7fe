import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { MeasureView } from '../../../../node/src/api.ts'
import { useCase } from '../case/case-context.ts'
import type { CaseFile } from '../case/case-file.ts'
import { deedsOf, type Deed } from './deeds-of.ts'

/** Verbs for what is this nation's to do: one of them first, each opens what would be signed. */
export function Deeds({ measure }: { measure: MeasureView }) {
  const intl = useIntl()
  const file = useCase()
  const nation = measure.nations.find(({ party }) => party === file.us)
  const { due, possible } = deedsOf(measure, nation)
  const deeds = [...due, ...possible].filter((deed) => isMandated(file, deed))
  if (deeds.length === 0) return null
  return (
    <div className="deeds">
      <p className="label">
        {intl.formatMessage({ id: 'measure.mine' }, { name: file.nameOf(file.us) })}
      </p>
      <p className="row">
        {deeds.map((deed, index) => (
          <DeedLink
            key={deed}
            deed={deed}
            measure={measure}
            primary={index === 0 && due.includes(deed)}
          />
        ))}
      </p>
    </div>
  )
}

const VERB: Readonly<Record<'voices' | 'declare', string>> = {
  voices: 'comply',
  declare: 'declare',
}

const isMandated = ({ may }: CaseFile, deed: Deed): boolean =>
  may(deed === 'voices' || deed === 'declare' ? VERB[deed] : deed)

function DeedLink({
  deed,
  measure,
  primary,
}: {
  deed: Deed
  measure: MeasureView
  primary: boolean
}) {
  const intl = useIntl()
  const { view } = useCase()
  const className = primary ? 'btn primary' : 'btn'
  const words = intl.formatMessage({ id: `measure.do.${deed}` })
  if (deed === 'voices' || deed === 'declare')
    return (
      <Link
        className={className}
        to={deed === 'voices' ? '/cases/$id/voice' : '/cases/$id/certificate'}
        params={{ id: view.id }}
        search={{ step: measure.step, version: measure.version }}
      >
        {words}
      </Link>
    )
  return (
    <Link
      className={className}
      to="/cases/$id/measures/$act"
      params={{ id: view.id, act: deed }}
      search={{ step: measure.step }}
    >
      {words}
    </Link>
  )
}

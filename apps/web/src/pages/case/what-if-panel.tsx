import { lazy, Suspense, useState } from 'react'
import { useIntl } from 'react-intl'
import type { VersionState } from '@entente/accord'
import { useCase } from './case-context.ts'

const Outcome = lazy(async () => ({
  default: (await import('./what-if-outcome.tsx')).WhatIfOutcome,
}))

/** What if those who keep the gate shut complied: computed here, by the library that every node runs. */
export function WhatIf({ version }: { version: VersionState }) {
  const intl = useIntl()
  const file = useCase()
  const [supposed, setSupposed] = useState<readonly string[]>([])
  const shutting = [
    ...new Set(
      version.gate.reasons.flatMap(({ member, code }) =>
        member && code !== 'withdrawn' ? [member] : [],
      ),
    ),
  ]
  if (shutting.length === 0 || !version.current) return null
  return (
    <fieldset className="what-if" aria-labelledby="what-if">
      <div className="row">
        <b className="small" id="what-if">
          {intl.formatMessage({ id: 'what-if.title' })}
        </b>
        {shutting.map((party) => (
          <label className="toggle" key={party}>
            <input
              type="checkbox"
              checked={supposed.includes(party)}
              onChange={({ target }) =>
                setSupposed(
                  target.checked
                    ? [...supposed, party]
                    : supposed.filter((other) => other !== party),
                )
              }
            />
            {intl.formatMessage({ id: 'what-if.complies' }, { name: file.nameOf(party) })}
          </label>
        ))}
      </div>
      <output className="small">
        {supposed.length > 0 ? (
          <Suspense fallback={intl.formatMessage({ id: 'what-if.computing' })}>
            <Outcome version={version} parties={supposed} />
          </Suspense>
        ) : null}
      </output>
    </fieldset>
  )
}

import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { CharterEntry } from './charter-field.tsx'
import { ProvedCertificate } from './proved-certificate.tsx'
import { Proved } from './proved.tsx'
import { RefusedRecord } from './refused.tsx'
import type { Verification } from './use-verification.ts'

/** The answer in the person's words, with the focus on its first line once it is there. */
export function Outcome({
  verification,
  charter,
}: {
  verification: Verification
  charter: CharterEntry
}) {
  const intl = useIntl()
  const top = useRef<HTMLHeadingElement>(null)
  const { kind } = verification
  useEffect(() => {
    if (kind !== 'none' && kind !== 'running') top.current?.focus()
  }, [kind])
  switch (verification.kind) {
    case 'none':
      return null
    case 'running':
      return (
        <output className="outcome running">
          {verification.entries === undefined
            ? intl.formatMessage({ id: 'verify.running' })
            : intl.formatMessage(
                { id: 'verify.running.count' },
                { acts: verification.entries, strands: verification.strands },
              )}
        </output>
      )
    case 'broken':
      return (
        <section className="outcome refused" aria-labelledby="outcome">
          <h2 id="outcome" ref={top} tabIndex={-1}>
            {intl.formatMessage({ id: 'verify.broken' })}
          </h2>
          <p>
            {intl.formatMessage({ id: 'verify.broken.what' }, { message: verification.message })}
          </p>
        </section>
      )
    case 'refused':
      return <RefusedRecord refusal={verification.refusal} top={top} />
    case 'certified':
      return <ProvedCertificate report={verification.report} top={top} />
    case 'verified':
      return (
        <Proved
          report={verification.report}
          anchor={verification.report.trusted ? charter.from : undefined}
          top={top}
        />
      )
  }
}

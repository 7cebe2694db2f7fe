import type { RefObject } from 'react'
import { useIntl } from 'react-intl'
import type { Refusal } from './report.ts'

/** A record that does not verify: what is wrong with it, and exactly where. */
export function RefusedRecord({
  refusal,
  top,
}: {
  refusal: Refusal
  top: RefObject<HTMLHeadingElement | null>
}) {
  const intl = useIntl()
  const { code, place, message } = refusal
  return (
    <section className="outcome refused" aria-labelledby="outcome">
      <h2 id="outcome" ref={top} tabIndex={-1}>
        <Cross />
        {intl.formatMessage({ id: 'verify.refused' })}
      </h2>
      <p className="sentence">{intl.formatMessage({ id: `verify.code.${code}` })}</p>
      <dl className="facts">
        <dt>{intl.formatMessage({ id: 'verify.refused.code' })}</dt>
        <dd>
          <code>{code}</code>
        </dd>
        {place.party === undefined ? null : (
          <>
            <dt>{intl.formatMessage({ id: 'verify.strand' })}</dt>
            <dd>
              <span className="plate">{place.party}</span>
            </dd>
          </>
        )}
        {place.index === undefined ? null : (
          <>
            <dt>{intl.formatMessage({ id: 'verify.refused.index' })}</dt>
            <dd>{place.index}</dd>
          </>
        )}
        {place.act === undefined ? null : (
          <>
            <dt>{intl.formatMessage({ id: 'verify.refused.act' })}</dt>
            <dd>
              <code>{place.act}</code>
            </dd>
          </>
        )}
        <dt>{intl.formatMessage({ id: 'verify.refused.detail' })}</dt>
        <dd lang="en">{message}</dd>
      </dl>
      <p>{intl.formatMessage({ id: 'verify.refused.then' })}</p>
    </section>
  )
}

const Cross = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="M3 3h18v18H3z" fill="currentColor" />
    <path d="m8 8 8 8M16 8l-8 8" stroke="var(--against-on)" strokeWidth="2.4" />
  </svg>
)

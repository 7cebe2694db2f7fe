import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { meQuery, peopleQuery } from '../../api/queries.ts'
import type { MessageId } from '../../i18n/index.ts'
import { Moment } from '../../marks/moment.tsx'
import { PutDown } from '../drafts/put-down.tsx'
import { handsOf, hindranceOf } from './hands.ts'

/** Whether who is logged in has such an act signed by its own word; undefined until that is known. */
export function useSignsAlone(kind: string): boolean | undefined {
  const person = useQuery(meQuery).data?.person
  return person && hindranceOf(kind, person) === undefined
}

type Last = {
  readonly kind: string
  /** Absent while something is wrong with what is filled in, or it is still asked for. */
  readonly payload: string | undefined
  readonly onWrong?: () => void
}

/** The last step of a form: it files the bytes, or puts them down where others clear and sign. */
export function FileOrPutDown({
  kind,
  payload,
  pending,
  sign = 'sign.file',
  danger = false,
  onFile,
  onWrong,
}: Last & {
  readonly pending: boolean
  /** What the button says. */
  readonly sign?: MessageId
  readonly danger?: boolean
  readonly onFile: (payload: string) => void
}) {
  const intl = useIntl()
  const alone = useSignsAlone(kind)
  if (alone === undefined) return null
  if (!alone) return <PutDownFirst kind={kind} payload={payload} {...(onWrong && { onWrong })} />
  return (
    <>
      <PutDown payload={payload} {...(onWrong && { onWrong })} />
      <button
        type="button"
        className={danger ? 'btn danger' : 'btn primary'}
        disabled={pending || (payload === undefined && !onWrong)}
        onClick={() => (payload === undefined ? onWrong?.() : onFile(payload))}
      >
        {intl.formatMessage({ id: pending ? 'sign.pending' : sign })}
      </button>
    </>
  )
}

/** For whom others sign: the bytes are put down; why, and who clears and signs them, is said beforehand. */
export function PutDownFirst({ kind, payload, onWrong }: Last) {
  return (
    <>
      <p className="small hands">
        <WhoSigns kind={kind} />
      </p>
      <PutDown payload={payload} primary {...(onWrong && { onWrong })} />
    </>
  )
}

/** Why this person's word alone does not have such an act signed, and who clears and signs it. */
export function WhoSigns({ kind }: { kind: string }) {
  const intl = useIntl()
  const person = useQuery(meQuery).data?.person
  const { data: people } = useQuery(peopleQuery)
  const hands = person && handsOf(kind, person, people ?? [])
  if (!person || !hands) return null
  const { why, clear, sign } = hands
  const { until } = person.mandate
  const names = (of: typeof sign) => intl.formatList(of.map(({ name }) => name))
  return (
    <>
      <FormattedMessage
        id={`sign.why.${why}`}
        values={{
          authority: person.authority.name,
          until: until === undefined ? '' : <Moment at={until} />,
        }}
      />{' '}
      {clear.length > 0
        ? intl.formatMessage({ id: 'sign.clear-by' }, { names: names(clear) })
        : null}{' '}
      {people
        ? intl.formatMessage(
            { id: sign.length > 0 ? 'sign.sign-by' : 'sign.by-nobody' },
            { names: names(sign) },
          )
        : null}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { Me } from '../../../../node/src/api.ts'
import { meQuery } from '../../api/queries.ts'
import { PutDown } from '../drafts/put-down.tsx'

type Person = NonNullable<Me['person']>

/** Whether this person's word alone has such an act signed, or it goes through other hands first. */
const signsAlone = ({ powers, clearance, verbs }: Person, kind: string): boolean =>
  powers.signs === 'alone' && !clearance.includes(kind) && verbs.includes(kind)

/** Whether who is logged in has such an act signed by its own word; undefined until that is known. */
export function useSignsAlone(kind: string): boolean | undefined {
  const person = useQuery(meQuery).data?.person
  return person && signsAlone(person, kind)
}

/** The last step of a form: it files the bytes, or puts them down where others clear and sign. */
export function FileOrPutDown({
  kind,
  payload,
  pending,
  onFile,
  onWrong,
}: {
  kind: string
  /** Absent while something is wrong with what is filled in. */
  payload: string | undefined
  pending: boolean
  onFile: (payload: string) => void
  onWrong: () => void
}) {
  const intl = useIntl()
  const person = useQuery(meQuery).data?.person
  if (!person) return null
  if (signsAlone(person, kind))
    return (
      <>
        <PutDown payload={payload} onWrong={onWrong} />
        <button
          type="button"
          className="btn primary"
          disabled={pending}
          onClick={() => (payload === undefined ? onWrong() : onFile(payload))}
        >
          {intl.formatMessage({ id: pending ? 'sign.pending' : 'sign.file' })}
        </button>
      </>
    )
  return <PutDownFirst kind={kind} payload={payload} onWrong={onWrong} />
}

/** For whom others sign: the bytes are put down, and why is said. */
export function PutDownFirst({
  kind,
  payload,
  onWrong,
}: {
  kind: string
  payload: string | undefined
  onWrong: () => void
}) {
  const intl = useIntl()
  const person = useQuery(meQuery).data?.person
  return (
    <>
      <p className="small">
        {intl.formatMessage({
          id: person?.clearance.includes(kind) ? 'sign.cleared-first' : 'sign.by-others',
        })}
      </p>
      <PutDown payload={payload} onWrong={onWrong} primary />
    </>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { MeasureView, PlaybookTaken } from '../../../../node/src/api.ts'
import { takePlaybook, type Attaching } from '../../api/options.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { FileDrop } from '../../frame/file-drop.tsx'
import { Hash } from '../../marks/hash.tsx'
import { useCase } from '../case/case-context.ts'
import '../exchange/exchange.css'
import { Degree } from '../voice/degree.tsx'
import { SayDialog } from '../voice/say-dialog.tsx'

const GRADE = { scale: 'admiralty', version: '1' } as const
const CHOICES = ['signs', 'anyway'] as const

/**
 * A playbook is put with a measure: the node takes it in as it is to be, signed or not, and what is signed names it by its hash. It is
 * sent once that is chosen: two ways of one playbook would stand there as a conflict.
 */
export function AttachPlaybook({ measure }: { measure: MeasureView }) {
  const intl = useIntl()
  const { us, nameOf, view } = useCase()
  const [file, setFile] = useState<File>()
  const [how, setHow] = useState<Attaching>({ signs: false, anyway: false })
  const [grade, setGrade] = useState('F6')
  const taking = useMutation({
    mutationFn: (asked: Attaching & { readonly file: File }) =>
      takePlaybook(view.id, { step: measure.step, ...asked }),
  })
  // Whoever chooses again is told of no other file, or way, than is chosen.
  const choose = (chosen: File | undefined, asked: Attaching) => {
    setFile(chosen)
    setHow(asked)
    taking.reset()
  }
  const taken = taking.data
  const title = taken?.says.title ?? ''
  const [object] = taken?.says.objects ?? []
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'playbooks.attach' })}
      subtitle={measure.title}
      what={intl.formatMessage({ id: 'playbooks.attach.what' })}
      step={measure.step}
      done="playbooks.attach.filed"
      said={{
        kind: 'evidence',
        title,
        about: measure.version,
        objects: object ? [object] : [],
        grade: { ...GRADE, value: grade },
        custodian: us,
      }}
      wrong={taken ? [] : ['playbook']}
      rows={[
        ['title', title],
        ['about', <Hash key="about" of={measure.version} />],
        ['sha256', object?.sha256 ?? ''],
        ['grade', `${grade} (${GRADE.scale} ${GRADE.version})`],
        ['custodian', `${us}  ${nameOf(us)}`],
      ]}
    >
      {(isWrong) => (
        <>
          <FileDrop
            name={intl.formatMessage({ id: 'playbooks.attach.file' })}
            choose={intl.formatMessage({ id: 'verify.file.choose' })}
            said={file?.name ?? intl.formatMessage({ id: 'playbooks.attach.hint' })}
            onFile={(chosen) => choose(chosen, how)}
          />
          {isWrong('playbook') && !taking.error ? (
            <p className="error" role="alert">
              {intl.formatMessage({ id: 'playbooks.attach.missing' })}
            </p>
          ) : null}
          {CHOICES.map((choice) => (
            <label key={choice} className="row small at-home">
              <input
                type="checkbox"
                checked={how[choice]}
                onChange={({ target }) => choose(file, { ...how, [choice]: target.checked })}
              />
              {intl.formatMessage({ id: `playbooks.attach.${choice}` })}
            </label>
          ))}
          <p>
            <button
              type="button"
              className="btn"
              aria-disabled={!file || taking.isPending}
              onClick={() => {
                if (file && !taking.isPending) taking.mutate({ file, ...how })
              }}
            >
              {intl.formatMessage({ id: 'playbooks.attach.read' })}
            </button>
          </p>
          {taking.error ? (
            <p className="note against" role="alert">
              {sayRefusal(intl, taking.error)}
            </p>
          ) : null}
          {taken ? <Read taken={taken} /> : null}
          <Degree label="pointer.grade" scale={GRADE} value={grade} onChange={setGrade} />
        </>
      )}
    </SayDialog>
  )
}

/** What the standard says of it, before anything is signed. */
function Read({ taken: { findings, conflictsWith } }: { taken: PlaybookTaken }) {
  const intl = useIntl()
  const broken = findings.filter(({ level }) => level === 'must').length
  return (
    <output className={broken === 0 ? 'note for' : 'note hold'}>
      {intl.formatMessage({ id: 'playbooks.conforms' }, { broken })}{' '}
      {conflictsWith.length > 0 ? intl.formatMessage({ id: 'playbooks.conflict' }) : null}
      <ul>
        {findings.map(({ path, reason }) => (
          <li key={`${path} ${reason}`} className="small" lang="en">
            <code>{path}</code> {reason}
          </li>
        ))}
      </ul>
    </output>
  )
}

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { FileDrop } from '../../frame/file-drop.tsx'
import { useCase } from '../case/case-context.ts'
import { Degree } from '../voice/degree.tsx'
import { Field } from '../voice/field.tsx'
import { SayDialog } from '../voice/say-dialog.tsx'

const GRADE = { scale: 'admiralty', version: '1' } as const
const LEVEL = { scale: 'tlp', version: '2.0' } as const

/** A party points to what the others may not hold: its hash and level go on record, and nothing of what it says. */
export function PointerDialog() {
  const intl = useIntl()
  const { us, nameOf, view } = useCase()
  const [title, setTitle] = useState('')
  const [digest, setDigest] = useState('')
  const [about, setAbout] = useState('')
  const [level, setLevel] = useState('TLP:RED')
  const [grade, setGrade] = useState('B2')
  const wrong = [
    ...(title.trim() === '' ? ['title'] : []),
    ...(/^[0-9a-f]{64}$/.test(digest) ? [] : ['digest']),
  ]
  const pointer = {
    sha256: digest,
    level: { ...LEVEL, value: level },
    ...(about.trim() !== '' && { about: about.trim() }),
  }
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'pointer.title' })}
      subtitle={view.charter.title}
      what={intl.formatMessage({ id: 'pointer.what' })}
      step={undefined}
      done="pointer.filed"
      said={{
        kind: 'evidence',
        title: title.trim(),
        objects: [],
        pointers: [pointer],
        grade: { ...GRADE, value: grade },
        custodian: us,
      }}
      wrong={wrong}
      rows={[
        ['title', title],
        ['sha256', digest],
        ['level', `${level} (${LEVEL.scale} ${LEVEL.version})`],
        ...(pointer.about === undefined ? [] : [['about', pointer.about] as const]),
        ['grade', `${grade} (${GRADE.scale} ${GRADE.version})`],
        ['custodian', `${us}  ${nameOf(us)}`],
      ]}
    >
      {(isWrong) => (
        <>
          <Line
            label="pointer.name"
            value={title}
            onChange={setTitle}
            {...(isWrong('title') && { error: intl.formatMessage({ id: 'pointer.name.error' }) })}
          />
          <FileDrop
            name={intl.formatMessage({ id: 'pointer.file' })}
            choose={intl.formatMessage({ id: 'verify.file.choose' })}
            said={intl.formatMessage({ id: 'pointer.file.hint' })}
            accept=""
            onFile={(file) => void digestOf(file).then(setDigest)}
          />
          <Line
            label="pointer.sha256"
            value={digest}
            mono
            onChange={(said) => setDigest(said.trim().toLowerCase())}
            {...(isWrong('digest') && {
              error: intl.formatMessage({ id: 'pointer.sha256.error' }),
            })}
          />
          <Line label="pointer.about" value={about} onChange={setAbout} />
          <Degree label="pointer.level" scale={LEVEL} value={level} onChange={setLevel} />
          <Degree label="pointer.grade" scale={GRADE} value={grade} onChange={setGrade} />
        </>
      )}
    </SayDialog>
  )
}

/** Computed in this browser: the file goes nowhere. */
async function digestOf(file: File): Promise<string> {
  return bytesToHex(sha256(new Uint8Array(await file.arrayBuffer())))
}

function Line({
  label,
  value,
  mono = false,
  error,
  onChange,
}: {
  label: 'pointer.name' | 'pointer.sha256' | 'pointer.about'
  value: string
  mono?: boolean
  error?: string
  onChange: (value: string) => void
}) {
  const intl = useIntl()
  return (
    <Field label={intl.formatMessage({ id: label })} error={error}>
      {(control) => (
        <input
          {...control}
          className={mono ? 'input mono' : 'input'}
          maxLength={300}
          autoComplete="off"
          spellCheck={!mono}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import { Hash } from '../../marks/hash.tsx'
import { useCase } from '../case/case-context.ts'
import { attributionsBy, choose, mayAttribute, shortAct } from '../case/case-file.ts'
import { Field } from '../voice/field.tsx'
import { SayDialog } from '../voice/say-dialog.tsx'
import {
  attributionFields,
  ESTIMATES,
  evidenceOf,
  firstFilled,
  offScale,
  type Filled,
} from './attribution-fields.ts'
import { EstimateFields } from './estimate-fields.tsx'
import { EvidenceChoice } from './evidence-choice.tsx'
import { LevelChoice } from './level-choice.tsx'

/** A nation says by its own authority who is responsible, beside what it and others have said. */
export function AttributeDialog() {
  const file = useCase()
  return mayAttribute(file) ? <Attribute /> : null
}

function Attribute() {
  const intl = useIntl()
  const file = useCase()
  const { step } = choose(file, useSearch({ from: '/cases/$id' }))
  const [filled, setFilled] = useState(() => firstFilled(file))
  const change = (part: Partial<Filled>) => setFilled({ ...filled, ...part })
  // What is taken back while the form stands open is named no more.
  const offered = evidenceOf(file).filter(({ taken }) => !taken)
  const named = offered.filter(({ id }) => filled.evidence.includes(id))
  const said = { ...filled, evidence: named.map(({ id }) => id) }
  const standing = file.members.reduce((sum, { id }) => sum + attributionsBy(file, id).length, 0)
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'attribute.title' })}
      subtitle={file.view.charter.title}
      what={intl.formatMessage({ id: 'attribute.what' }, { count: standing })}
      record={intl.formatMessage({ id: 'attribute.record' })}
      step={step?.id}
      done="attribute.filed"
      said={{ kind: 'attribute', ...attributionFields(said) }}
      wrong={offScale(said)}
      rows={[
        ['level', said.level ?? ''],
        ['whom', said.whom.trim()],
        ...ESTIMATES.map((name) => {
          const { value, scale, version } = said[name]
          return [name, value === '' ? '' : `${value} (${scale} ${version})`] as const
        }),
        [
          'evidence',
          named.length === 0
            ? '[]'
            : named.map((one) => (
                <span key={one.id}>
                  {shortAct(one)} <Hash of={one.id} />{' '}
                </span>
              )),
        ],
        ...(said.statement.trim() === '' ? [] : [['statement', `“${said.statement}”`] as const]),
      ]}
    >
      {(isWrong) => (
        <div className="one">
          <LevelChoice
            level={filled.level}
            error={
              isWrong('level') ? intl.formatMessage({ id: 'attribute.error.level' }) : undefined
            }
            onChange={(level) => change({ level })}
          />
          <Field
            label={intl.formatMessage({ id: 'attribute.whom' })}
            hint={intl.formatMessage({ id: 'attribute.whom.hint' })}
            error={isWrong('whom') ? intl.formatMessage({ id: 'attribute.error.whom' }) : undefined}
          >
            {(control) => (
              <input
                {...control}
                className="input"
                value={filled.whom}
                onChange={({ target }) => change({ whom: target.value })}
              />
            )}
          </Field>
          {ESTIMATES.map((name) => (
            <EstimateFields
              key={name}
              estimate={name}
              said={filled[name]}
              wrong={isWrong(name)}
              onChange={(value) => change({ [name]: value })}
            />
          ))}
          <EvidenceChoice
            named={said.evidence}
            hint="attribute.evidence.hint"
            error={
              isWrong('evidence')
                ? intl.formatMessage({ id: 'attribute.error.evidence' })
                : undefined
            }
            onChange={(evidence) => change({ evidence })}
          />
          <Field
            label={intl.formatMessage(
              { id: 'measure.optional' },
              { label: intl.formatMessage({ id: 'attributions.statement' }) },
            )}
            hint={intl.formatMessage({ id: 'attribute.statement.hint' })}
            error={
              isWrong('statement')
                ? intl.formatMessage({ id: 'attribute.error.statement' })
                : undefined
            }
          >
            {(control) => (
              <>
                <textarea
                  {...control}
                  className="input"
                  rows={4}
                  value={filled.statement}
                  onChange={({ target }) => change({ statement: target.value })}
                />
                <LintNotes text={filled.statement} of={control.id} />
              </>
            )}
          </Field>
        </div>
      )}
    </SayDialog>
  )
}

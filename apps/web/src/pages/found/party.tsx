import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { useIntl } from 'react-intl'
import type { FoundingForms, FoundingView, ProfileRequest } from '../../../../node/src/api.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Field } from '../voice/field.tsx'
import { Authorities } from './authorities.tsx'
import { Kept } from './kept.tsx'
import { People } from './people.tsx'
import { step, useStep } from './queries.ts'
import { useForm } from './use-form.ts'
import { Verbs } from './verbs.tsx'

export type Form = NonNullable<FoundingForms['party']>
const ROLES = ['member', 'organisation', 'community', 'operator'] as const

const blank = (): Form => ({
  id: '',
  name: '',
  role: 'member',
  population: '',
  domain: '',
  authorities: [{ id: '', name: '' }],
  people: [{ id: '', name: '', authority: '', role: 'signatory' }],
  clearance: [],
})

/** The first step: who this party is, who signs for it, who logs in, and what is cleared before it is signed. */
export function PartyForm({ view }: { view: FoundingView }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const { form, saved, change } = useForm('party', () => view.forms.party ?? blank())
  const making = useStep(() => void navigate({ to: '/found', search: { step: 'party' } }))
  const usual = view.choices.verbs[form.role] ?? []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!making.isPending) making.mutate(step('POST', '/party', profileOf(form)))
  }
  return (
    <form className="found-form" onSubmit={submit}>
      <p>{intl.formatMessage({ id: 'found.party.lead' })}</p>
      <Self form={form} change={change} />
      <Authorities form={form} change={change} usual={usual} />
      <People form={form} change={change} />
      <fieldset>
        <legend>{intl.formatMessage({ id: 'found.clearance' })}</legend>
        <p className="small quiet">{intl.formatMessage({ id: 'found.clearance.hint' })}</p>
        <Verbs
          all={usual.filter((verb) => view.choices.kinds.includes(verb))}
          chosen={form.clearance}
          onChange={(clearance) => change({ clearance: [...clearance] })}
        />
      </fieldset>
      <p className="note ink">{intl.formatMessage({ id: 'found.party.keys' })}</p>
      <Kept saved={saved} />
      {making.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, making.error)}
        </p>
      ) : null}
      <button type="submit" className="btn primary big" aria-disabled={making.isPending}>
        {intl.formatMessage({ id: making.isPending ? 'found.party.doing' : 'found.party.do' })}
      </button>
    </form>
  )
}

export type Change = (part: Partial<Form>) => void

function Self({ form, change }: { form: Form; change: Change }) {
  const intl = useIntl()
  return (
    <fieldset>
      <legend>{intl.formatMessage({ id: 'found.self' })}</legend>
      <div className="side-by-side-fields">
        <Field label={intl.formatMessage({ id: 'found.name' })} error={undefined}>
          {(control) => (
            <input
              {...control}
              className="input"
              required
              maxLength={120}
              autoComplete="off"
              value={form.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <Field
          label={intl.formatMessage({ id: 'found.code' })}
          hint={intl.formatMessage({ id: 'found.code.hint' })}
          error={undefined}
        >
          {(control) => (
            <input
              {...control}
              className="input mono short"
              required
              pattern="[A-Z]{2}"
              maxLength={2}
              autoComplete="off"
              spellCheck={false}
              value={form.id}
              onChange={({ target }) => change({ id: target.value.toUpperCase() })}
            />
          )}
        </Field>
      </div>
      <fieldset className="opts">
        <legend className="label">{intl.formatMessage({ id: 'found.role' })}</legend>
        {ROLES.map((role) => (
          <label key={role} className="opt">
            <input
              type="radio"
              name="party-role"
              checked={role === form.role}
              onChange={() =>
                change({ role, clearance: [], ...(role === 'member' ? {} : { population: '' }) })
              }
            />
            <span>
              {intl.formatMessage({ id: `role.${role}` })}
              <small>{intl.formatMessage({ id: `found.role.${role}` })}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {form.role === 'member' ? (
        <Field
          label={intl.formatMessage({ id: 'found.population' })}
          hint={intl.formatMessage({ id: 'found.population.hint' })}
          error={undefined}
        >
          {(control) => (
            <input
              {...control}
              className="input mono short"
              required
              inputMode="numeric"
              pattern="[1-9][0-9]{0,14}"
              autoComplete="off"
              value={form.population}
              onChange={({ target }) => change({ population: target.value.trim() })}
            />
          )}
        </Field>
      ) : null}
      <Field
        label={intl.formatMessage({ id: 'found.domain' })}
        hint={intl.formatMessage({ id: 'found.domain.hint' })}
        error={undefined}
      >
        {(control) => (
          <input
            {...control}
            className="input mono"
            pattern="[a-z0-9][a-z0-9.\-]{0,100}"
            placeholder={`${(form.id || 'xa').toLowerCase()}.example`}
            autoComplete="off"
            spellCheck={false}
            value={form.domain}
            onChange={({ target }) => change({ domain: target.value.trim() })}
          />
        )}
      </Field>
    </fieldset>
  )
}

function profileOf({
  population,
  domain,
  authorities,
  ...form
}: Form): Record<keyof ProfileRequest, unknown> {
  return {
    ...form,
    population: population === '' ? undefined : Number(population),
    domain: domain === '' ? undefined : domain,
    authorities,
  }
}

import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import { instantNow } from '../voice/payload.ts'
import { SayDialog } from '../voice/say-dialog.tsx'
import { sealedRow } from './readers-choice.tsx'
import { inClear, useWords, WordsField, type Words } from './at-home.tsx'
import { goalsOf, type Objective } from './goals.ts'

/** A nation says what it is after, for all parties or with its words kept at home; or how far it has come. */
export function ObjectiveDialog() {
  const file = useCase()
  const { from } = useSearch({ from: '/cases/$id' })
  const known = goalsOf(file).find(({ view }) => view.id === from)
  const own = known?.view.party === file.us ? known.act : undefined
  return <State key={from ?? ''} earlier={own} />
}

const STATES = ['pursued', 'reached', 'given-up'] as const

function State({ earlier }: { earlier: Objective | undefined }) {
  const intl = useIntl()
  const file = useCase()
  const [title, setTitle] = useState(earlier?.title ?? '')
  const [dueOn, setDueOn] = useState(earlier?.dueOn ?? '')
  const [is, setIs] = useState<(typeof STATES)[number]>(earlier?.reported?.is ?? 'pursued')
  const [aims, setAims] = useWords(earlier?.aims)
  const [redLines, setRedLines] = useWords(earlier?.redLines)
  const [today] = useState(() => instantNow().slice(0, 10))
  const said = saidOf({ earlier, title, aims, redLines, dueOn, is, today })
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'objective.title' }, { name: file.nameOf(file.us) })}
      subtitle={file.view.charter.title}
      what={intl.formatMessage({ id: 'objective.what' })}
      step={undefined}
      done="objective.filed"
      said={said}
      rows={rowsOf(said)}
    >
      {(isWrong) => (
        <>
          <Field
            label={intl.formatMessage({ id: 'objective.heading' })}
            error={
              isWrong('title') || isWrong('goal')
                ? intl.formatMessage({ id: 'objective.error.title' })
                : undefined
            }
          >
            {(control) => (
              <input
                {...control}
                className="input"
                value={title}
                onChange={({ target }) => setTitle(target.value)}
              />
            )}
          </Field>
          <WordsField
            name="aims"
            label={intl.formatMessage({ id: 'objective.aims' })}
            words={aims}
            error={isWrong('aims') ? intl.formatMessage({ id: 'objective.error.aims' }) : undefined}
            onChange={setAims}
          />
          <WordsField
            name="redLines"
            label={intl.formatMessage({ id: 'objective.red-lines' })}
            words={redLines}
            error={undefined}
            onChange={setRedLines}
          />
          <Field label={intl.formatMessage({ id: 'objective.due' })} error={undefined}>
            {(control) => (
              <input
                {...control}
                type="date"
                className="input until"
                value={dueOn}
                onChange={({ target }) => setDueOn(target.value)}
              />
            )}
          </Field>
          {earlier ? (
            <Field label={intl.formatMessage({ id: 'objective.reported' })} error={undefined}>
              {(control) => (
                <select
                  {...control}
                  className="input until"
                  value={is}
                  onChange={({ target }) =>
                    setIs(STATES.find((one) => one === target.value) ?? 'pursued')
                  }
                >
                  {STATES.map((one) => (
                    <option key={one} value={one}>
                      {intl.formatMessage({ id: `objective.is.${one}` })}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : null}
        </>
      )}
    </SayDialog>
  )
}

type Filled = {
  readonly earlier: Objective | undefined
  readonly title: string
  readonly aims: Words
  readonly redLines: Words
  readonly dueOn: string
  readonly is: (typeof STATES)[number]
  readonly today: string
}

/** The act as it was filled in: what was sealed before and is not written anew stays sealed. */
function saidOf({ earlier, title, aims, redLines, dueOn, is, today }: Filled) {
  const clear = { aims: inClear(aims), redLines: inClear(redLines) }
  const fresh = [...aims.sealed, ...redLines.sealed]
  const kept = (earlier?.sealed ?? []).filter(
    ({ name }) => clear[name] === undefined && !fresh.some((one) => one.name === name),
  )
  const sealed = [...fresh, ...kept]
  return {
    kind: 'objective' as const,
    goal: earlier?.goal ?? goalFrom(title),
    title,
    ...(clear.aims !== undefined && { aims: clear.aims }),
    ...(clear.redLines !== undefined && { redLines: clear.redLines }),
    ...(sealed.length > 0 && { sealed }),
    ...(dueOn !== '' && { dueOn }),
    ...(earlier && { reported: { is, on: today } }),
  }
}

const rowsOf = ({ kind: _kind, ...said }: ReturnType<typeof saidOf>) =>
  Object.entries(said).flatMap(([name, value]): (readonly [string, string])[] =>
    Array.isArray(value)
      ? value.map(sealedRow)
      : typeof value === 'object'
        ? [[name, `${value.is}, ${value.on}`]]
        : [[name, value]],
  )

/** A name for it, from its title: later words on it carry the same. */
const goalFrom = (title: string): string =>
  title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 64)

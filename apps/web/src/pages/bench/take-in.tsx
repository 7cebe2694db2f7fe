import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from 'react'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { ImportFormat, ImportView } from '../../../../node/src/api.ts'
import { Refused } from '../../api/client.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { sendFile, Stopped } from '../../api/send-file.ts'
import { ActDialog } from '../../frame/dialog.tsx'
import { ImportSummary } from '../imports/summary.tsx'
import { FormatChoice } from './format-choice.tsx'

/** What a node reads of one file; larger ones come in by the command line. */
const MOST_BYTES = 512 * 1024 * 1024

type Taken = { readonly name: string } & ({ readonly view: ImportView } | { readonly error: Error })

/** The button, and the whole page as a place to drop files on. */
export function TakeIn() {
  const intl = useIntl()
  const [open, setOpen] = useState(false)
  const [dropped, setDropped] = useState<readonly File[]>([])
  useEffect(() => {
    // A file that is let go anywhere else would take the browser away from the page.
    const over = (event: globalThis.DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const drop = (event: globalThis.DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      setDropped(files)
      setOpen(true)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', drop)
    }
  }, [])
  return (
    <>
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        {intl.formatMessage({ id: 'bench.import' })}
      </button>
      <Link to="/imports" className="btn">
        {intl.formatMessage({ id: 'imports.title' })}
      </Link>
      <Link to="/recalls" className="btn">
        {intl.formatMessage({ id: 'recalls.title' })}
      </Link>
      <Link to="/taxii" className="btn">
        {intl.formatMessage({ id: 'taxii.title' })}
      </Link>
      {open ? (
        <ImportDialog
          first={dropped}
          onClose={() => {
            setOpen(false)
            setDropped([])
          }}
        />
      ) : null}
    </>
  )
}

/** Brings files into quarantine one after the other, and says of each what would become of it. */
function ImportDialog({ first, onClose }: { first: readonly File[]; onClose: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [taken, setTaken] = useState<readonly Taken[]>([])
  const [sent, setSent] = useState<{ name: string; part: number }>()
  const [format, setFormat] = useState<ImportFormat>()
  const started = useRef(false)
  const stopping = useRef<AbortController>(undefined)
  const taking = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        setSent({ name: file.name, part: 0 })
        stopping.current = new AbortController()
        const { signal } = stopping.current
        const outcome = await take(file, {
          format,
          signal,
          onPart: (part) => setSent({ name: file.name, part }),
        })
        setTaken((before) => [outcome, ...before])
      }
      setSent(undefined)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['imports'] }),
  })
  useEffect(() => {
    if (started.current || first.length === 0) return
    started.current = true
    taking.mutate(first)
  }, [first, taking])
  const named = intl.formatMessage({ id: 'bench.import.pasted' })
  const paste = (event: ClipboardEvent) => {
    // What is pasted into the field stays there until its button is pressed.
    if (event.target instanceof HTMLTextAreaElement && event.clipboardData.files.length === 0)
      return
    const text = event.clipboardData.getData('text')
    const files = [...event.clipboardData.files]
    if (files.length === 0 && text.trim() === '') return
    event.preventDefault()
    taking.mutate(files.length > 0 ? files : [new File([text], named)])
  }
  return (
    <ActDialog
      title={intl.formatMessage({ id: 'bench.import.title' })}
      subtitle={intl.formatMessage({ id: 'bench.import.what' })}
      onClose={onClose}
    >
      <div className="take-in" onPaste={paste}>
        <FormatChoice format={format} onChoose={setFormat} />
        <Place isBusy={taking.isPending} onFiles={(files) => taking.mutate(files)} />
        <Pasted
          isBusy={taking.isPending}
          onText={(text) => taking.mutate([new File([text], named)])}
        />
        {sent ? <Progress {...sent} onStop={() => stopping.current?.abort()} /> : null}
        <div aria-live="polite" className="reports">
          {taken.map((one, at) => (
            <Outcome key={`${taken.length - at} ${one.name}`} taken={one} />
          ))}
        </div>
      </div>
    </ActDialog>
  )
}

type Taking = {
  readonly format: ImportFormat | undefined
  readonly onPart: (part: number) => void
  readonly signal: AbortSignal
}

async function take(file: File, { format, onPart, signal }: Taking): Promise<Taken> {
  const { name } = file
  try {
    if (file.size > MOST_BYTES) throw new TooLarge(file.size)
    const asked = new URLSearchParams({ name: name.slice(0, 200), ...(format ? { format } : {}) })
    const path = `/api/v1/imports/pending?${asked.toString()}`
    return { name, view: await sendFile<ImportView>(path, file, onPart, signal) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { name, error }
  }
}

class TooLarge extends Error {
  override readonly name = 'TooLarge'
  readonly bytes: number
  constructor(bytes: number) {
    super(`expected at most ${MOST_BYTES} bytes, got ${bytes}`)
    this.bytes = bytes
  }
}

function Place({
  isBusy,
  onFiles,
}: {
  isBusy: boolean
  onFiles: (files: readonly File[]) => void
}) {
  const intl = useIntl()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    onFiles([...event.dataTransfer.files])
  }
  return (
    <div className="place" onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <p>{intl.formatMessage({ id: 'bench.import.drop' })}</p>
      <label className="btn" aria-disabled={isBusy}>
        {intl.formatMessage({ id: 'bench.import.choose' })}
        <input
          type="file"
          className="hidden"
          multiple
          disabled={isBusy}
          onChange={({ target }) => {
            onFiles([...(target.files ?? [])])
            target.value = ''
          }}
        />
      </label>
    </div>
  )
}

/** A bundle, a table or a text, for who has it in no file. */
function Pasted({ isBusy, onText }: { isBusy: boolean; onText: (text: string) => void }) {
  const intl = useIntl()
  const [text, setText] = useState('')
  return (
    <form
      className="pasted"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return
        onText(text)
        setText('')
      }}
    >
      <label htmlFor="pasted">{intl.formatMessage({ id: 'imports.paste' })}</label>
      <textarea
        id="pasted"
        className="input"
        rows={3}
        value={text}
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="btn" disabled={isBusy || text.trim() === ''}>
        {intl.formatMessage({ id: 'imports.paste.do' })}
      </button>
    </form>
  )
}

type ProgressProps = {
  readonly name: string
  readonly part: number
  readonly onStop: () => void
}

function Progress({ name, part, onStop }: ProgressProps) {
  const intl = useIntl()
  const percent = Math.round(part * 100)
  const says =
    part < 1
      ? intl.formatMessage({ id: 'bench.import.sending' }, { name, percent })
      : intl.formatMessage({ id: 'bench.import.reading' }, { name })
  return (
    <div>
      <p className="small">{says}</p>
      <progress className="bar-of" value={part} max={1} aria-label={says} />
      <button type="button" className="btn little" onClick={onStop}>
        {intl.formatMessage({ id: 'imports.stop' })}
      </button>
    </div>
  )
}

/** What would become of one file, or why nothing of it is here. */
function Outcome({ taken }: { taken: Taken }) {
  const intl = useIntl()
  if ('view' in taken) return <ImportSummary view={taken.view} inPage={false} />
  const { name, error } = taken
  if (error instanceof Stopped)
    return <p className="note hold">{intl.formatMessage({ id: 'imports.stopped' }, { name })}</p>
  return (
    <section className="note against refused">
      <h3>{intl.formatMessage({ id: 'bench.import.refused' }, { name })}</h3>
      <p>
        {error instanceof TooLarge ? (
          intl.formatMessage({ id: 'bench.import.too-large' }, { bytes: error.bytes })
        ) : error instanceof Refused ? (
          <>
            <code>{error.problem.code}</code> <span lang="en">{error.problem.detail}</span>
          </>
        ) : (
          sayRefusal(intl, error)
        )}
      </p>
      <p>{intl.formatMessage({ id: 'bench.import.nothing' })}</p>
    </section>
  )
}

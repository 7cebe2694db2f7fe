import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import { useIntl } from 'react-intl'

type Toasts = {
  readonly say: (sentence: string) => void
  /** The same for what must not pass by: it stays until somebody closes it. */
  readonly warn: (sentence: string) => void
}
type Toast = { readonly id: number; readonly sentence: string; readonly stays: boolean }

const ToastContext = createContext<Toasts>({ say: () => undefined, warn: () => undefined })

/** Says in one sentence what was done: seen at the edge of the page, heard by a screen reader. */
export const useToast = () => use(ToastContext)

const SHOWN_MS = 12_000

/** Keeps the live region in the page from the start, so that what is put into it is read out. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const intl = useIntl()
  const [shown, setShown] = useState<readonly Toast[]>([])
  const close = useCallback(
    (id: number) => setShown((before) => before.filter((one) => one.id !== id)),
    [],
  )
  const show = useCallback(
    (sentence: string, stays: boolean) => {
      const id = performance.now()
      setShown((before) => [...before, { id, sentence, stays }])
      if (!stays) setTimeout(() => close(id), SHOWN_MS)
    },
    [close],
  )
  const toasts = useMemo(
    () => ({
      say: (sentence: string) => show(sentence, false),
      warn: (sentence: string) => show(sentence, true),
    }),
    [show],
  )
  return (
    <ToastContext value={toasts}>
      {children}
      <output className="toasts" aria-live="polite">
        {shown.map(({ id, sentence, stays }) => (
          <span key={id} className="toast">
            {sentence}
            {stays ? (
              <button type="button" className="btn" onClick={() => close(id)}>
                {intl.formatMessage({ id: 'frame.close' })}
              </button>
            ) : null}
          </span>
        ))}
      </output>
    </ToastContext>
  )
}

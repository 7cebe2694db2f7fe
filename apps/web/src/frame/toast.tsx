import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'

type Toasts = { readonly say: (sentence: string) => void }

const ToastContext = createContext<Toasts>({ say: () => undefined })

/** Says in one sentence what was done: seen at the edge of the page, heard by a screen reader. */
export const useToast = () => use(ToastContext)

const SHOWN_MS = 12_000

/** Keeps the live region in the page from the start, so that what is put into it is read out. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly { id: number; sentence: string }[]>([])
  const say = useCallback((sentence: string) => {
    const id = performance.now()
    setShown((before) => [...before, { id, sentence }])
    setTimeout(() => setShown((before) => before.filter((one) => one.id !== id)), SHOWN_MS)
  }, [])
  const toasts = useMemo(() => ({ say }), [say])
  return (
    <ToastContext value={toasts}>
      {children}
      <output className="toasts" aria-live="polite">
        {shown.map(({ id, sentence }) => (
          <span key={id} className="toast">
            {sentence}
          </span>
        ))}
      </output>
    </ToastContext>
  )
}

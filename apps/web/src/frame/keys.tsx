import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useKeys } from './use-keys.ts'

const KeysList = lazy(async () => ({ default: (await import('./keys-list.tsx')).KeysList }))

/** `?` lists the keys; `g d` and `g c` go to the desk and the cases. */
export function KeysDialog() {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  useKeys({
    '?': () => setOpen(true),
    d: () => void navigate({ to: '/' }),
    c: () => void navigate({ to: '/cases' }),
  })
  return open ? (
    <Suspense fallback={null}>
      <KeysList onClose={() => setOpen(false)} />
    </Suspense>
  ) : null
}

import type { ReactNode } from 'react'
import { saveFile } from '../../frame/save-file.ts'

/** Gives a card or a charter to the person as a file, its bytes as they are. */
export const Download = ({
  text,
  name,
  children,
}: {
  text: string
  name: string
  children: ReactNode
}) => (
  <button type="button" className="btn" onClick={() => saveFile(text, name, 'application/json')}>
    {children}
  </button>
)

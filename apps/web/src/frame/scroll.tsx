import type { ReactNode } from 'react'

/** A part wider or higher than its place: it scrolls by itself, and the keyboard reaches it. */
export const Scroll = ({
  label,
  className = 'scroll',
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else only a pointer could scroll it
  <section className={className} tabIndex={0} aria-label={label}>
    {children}
  </section>
)

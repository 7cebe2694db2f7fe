/** What was checked and holds. */
export const Tick = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="m3 13 6 6L21 5" fill="none" stroke="currentColor" strokeWidth="3.6" />
  </svg>
)

/** Dotted, like all that has not been said. */
export const Alone = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <circle
      cx="12"
      cy="12"
      r="9.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeDasharray="2.6 2.6"
    />
    <path d="M12 6.5v7M12 16v2" stroke="currentColor" strokeWidth="2.6" />
  </svg>
)

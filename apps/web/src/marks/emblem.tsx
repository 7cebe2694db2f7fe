/** The mark of the product: a lintel on three pillars. */
export const Emblem = () => (
  <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" fill="none">
    <path d="M2 4.5h20M2 8h20" stroke="currentColor" strokeWidth="1.6" />
    <path d="M6 8v12M12 8v12M18 8v12M2 20.5h20" stroke="currentColor" strokeWidth="2.2" />
  </svg>
)

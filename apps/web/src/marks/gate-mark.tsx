/** Two posts; bars across them while the gate is shut. Its sentence stands beside it, always. */
export const GateMark = ({ open }: { open: boolean }) => (
  <svg viewBox="0 0 32 32" aria-hidden="true">
    <path
      d={
        open ? 'M5 3v26M27 3v26M5 11h5M5 21h5M27 11h-5M27 21h-5' : 'M5 3v26M27 3v26M5 11h22M5 21h22'
      }
      stroke="currentColor"
      strokeWidth="4"
    />
  </svg>
)

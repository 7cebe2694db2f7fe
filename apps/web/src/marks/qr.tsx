import { renderSVG } from 'uqr'

/** Dark on light in both themes, with a margin: that is what cameras read. */
export const QrDrawing = ({ text, label }: { text: string; label: string }) => (
  <img
    className="qr"
    alt={label}
    src={`data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 4, ecc: 'M' }))}`}
  />
)

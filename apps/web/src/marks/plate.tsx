/** A nation is two letters and a name: no flag, no colour. One's own plate is filled. */
export const Plate = ({
  party,
  name,
  us = false,
}: {
  party: string
  name: string
  us?: boolean
}) => (
  <span className={us ? 'plate us' : 'plate'} title={name}>
    {party}
  </span>
)

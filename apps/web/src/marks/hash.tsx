/** A whole hash in groups of four, so that two people can compare it. */
export const Hash = ({ of }: { of: string }) => (
  <span className="whole">{of.replace(/^sha256:/, '').replaceAll(/(.{4})(?=.)/g, '$1 ')}</span>
)

/** What the intelligence of the exercise names, and so is known at both ends of a line. */
export const SHARED = {
  hash: '5462b494b6fc3269f97acc65f5e606470838e8b10413ac39064ccfbc886e8ab4',
  domain: 'update.vesta-terminals.example',
  address: '198.51.100.77',
  name: 'VESTA T1',
  cpe: 'cpe:2.3:h:vesta:t1:2.1:*:*:*:*:*:*:*',
}

/** An inventory with canaries in every column; three of its things are touched, each column once. */
export function inventoryOf(mark: string) {
  const canary = {
    id: `${mark}-CANARY-ASSET-0001`,
    name: `${mark} Quokka relay canaryname`,
    kind: `canarykind-vsat-${mark}`,
    hash: SHARED.hash,
    address: mark === 'QX7' ? '198.18.77.203' : '198.18.78.205',
    domain: SHARED.domain,
    url: `https://canary-url.example/${mark}`,
    cpe: `cpe:2.3:h:canaryvendor:quokka_${mark.toLowerCase()}:9.9:*:*:*:*:*:*:*`,
    owner: `${mark} Canary owner Wombat`,
    site: `${mark} Canary site Bilby`,
    note: `${mark} canary note about a numbat`,
  }
  const columns = Object.keys(canary) as (keyof typeof canary)[]
  const rows: readonly Partial<typeof canary>[] = [
    canary,
    { id: `${mark}-CANARY-ASSET-0002`, name: SHARED.name, address: SHARED.address },
    { id: `${mark}-CANARY-ASSET-0003`, name: `${mark} third canarything`, cpe: SHARED.cpe },
    { id: `${mark}-CANARY-ASSET-0004`, name: `${mark} Untouched canarything` },
  ]
  return {
    canary,
    text: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
      .map((cells) => cells.join(','))
      .join('\n'),
    /** All that stands in it. */
    values: [...new Set(rows.flatMap((row) => Object.values(row)))],
  }
}

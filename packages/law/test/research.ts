/** One value of the research on published views, as far as it says where it is from. */
export type Researched = {
  readonly holder: string
  readonly issue: string
  readonly fields: Readonly<Record<string, string>>
}

const SPLIT: Readonly<Record<string, string>> = {
  own_right_erga_omnes: 'collective-own-right',
  proxy_on_request: 'collective-on-behalf',
  assistance_on_request: 'collective-assistance',
}

const dashed = (word: string): string => word.replaceAll('_', '-')

/** A scalar that goes on over several lines stands on one, and without its quotation marks. */
export const unfolded = (yaml: string): readonly string[] =>
  yaml
    .split('\n')
    .reduce<string[]>((lines, line) => {
      const last = lines.at(-1)
      const goesOn =
        last !== undefined && /^ +/.test(line) && !/^ *(?:- |[\w-]+:(?: |$))/.test(line)
      return goesOn ? [...lines.slice(0, -1), `${last} ${line.trim()}`] : lines.concat(line)
    }, [])
    .map((line) =>
      line.replace(/: '(.*)'$/, (_, text: string) => `: ${text.replaceAll("''", "'")}`),
    )

/** Holder, issue and what is said of it, by indentation alone. */
export function researchedViews(yaml: string): readonly Researched[] {
  const found: { holder: string; issue: string; fields: Record<string, string> }[] = []
  let holder = ''
  let isOther = false
  for (const line of unfolded(yaml.slice(0, yaml.indexOf('\nrefinements_and_conflicts:')))) {
    const [, iso] = /^- iso: (\w+)$/.exec(line) ?? []
    const [, issue] = /^ {4}(?: {2})?(\w+):$/.exec(line) ?? []
    const [, key, text] = /^ {6}(?: {2})?(\w+): (.*)$/.exec(line) ?? []
    if (iso !== undefined) holder = iso
    else if (issue !== undefined) {
      isOther = issue === 'earlier_reading' || issue === 'collective_action'
      if (!isOther) found.push({ holder, issue: SPLIT[issue] ?? dashed(issue), fields: {} })
    } else if (key !== undefined && text !== undefined && !isOther)
      Object.assign(found.at(-1)?.fields ?? {}, { [key]: text })
  }
  return found
}

/** The works that the research calls by a short key. */
export function sourceKeys(yaml: string): ReadonlyMap<string, string> {
  const [, part = ''] = /^source_keys:\n((?: .*\n)+)/m.exec(yaml) ?? []
  return new Map(
    unfolded(part).flatMap((line) => {
      const [, key, text] = /^ {2}([A-Z\d-]+): (.*)$/.exec(line) ?? []
      return key !== undefined && text !== undefined ? [[key, text] as const] : []
    }),
  )
}

/** One entry of the rules base: what it rests on, and how it bars. */
export type Entry = {
  readonly gate: string
  readonly refs: readonly { readonly ref: string; readonly pinpoint: string }[]
}

export function researchedRules(yaml: string): ReadonlyMap<string, Entry> {
  const found = new Map<string, { gate: string; refs: { ref: string; pinpoint: string }[] }>()
  let entry: { gate: string; refs: { ref: string; pinpoint: string }[] } | undefined
  for (const line of unfolded(yaml.slice(yaml.indexOf('\nrules:')))) {
    const [, id] = /^- id: (\S+)$/.exec(line) ?? []
    const [, ref] = /^ {2}- ref: (\S+)$/.exec(line) ?? []
    const [, key, text = ''] = /^ +(pinpoint|gate): (.*)$/.exec(line) ?? []
    if (id !== undefined) found.set(id, (entry = { gate: '', refs: [] }))
    else if (ref !== undefined) entry?.refs.push({ ref, pinpoint: '' })
    else if (key === 'gate' && entry) entry.gate = text
    else if (key === 'pinpoint') Object.assign(entry?.refs.at(-1) ?? {}, { pinpoint: text })
  }
  return found
}

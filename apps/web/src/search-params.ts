const RESULTS = ['ended', 'lapsed', 'expired'] as const
const COMPARES = ['changes', 'only', 'beside'] as const
type CaseSearch = {
  readonly step?: string
  readonly version?: string
  readonly compare?: (typeof COMPARES)[number]
  /** What a certificate is to say; adoption unless said. */
  readonly result?: (typeof RESULTS)[number]
  /** The voice that ran out. */
  readonly of?: string
  /** The act whose amendment a new version starts from, that a comment answers, that is taken back, or the round. */
  readonly from?: string
  /** The clause that is commented on. */
  readonly clause?: string
  /** Of which kind a new step is to be. */
  readonly kind?: string
}
/** A parameter of an address; undefined where it is empty or no text. */
const text = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && value !== '')
    ? String(value)
    : undefined

const FORMS = ['coordinated', 'independent', 'joint', 'assistance', 'on-behalf'] as const
type LawSearch = {
  readonly step?: string
  /** As of which day; as of the record unless given. */
  readonly asOf?: string
  /** As if every nation took part in this form. */
  readonly form?: (typeof FORMS)[number]
  /** The cell that is explained. */
  readonly rule?: string
  readonly nation?: string
  readonly rows?: 'open'
}

/** What the address of a case or of one of its dialogs says. */
export function readCaseSearch(search: Record<string, unknown>): CaseSearch {
  const step = text(search['step'])
  const version = text(search['version'])
  const compare = COMPARES.find((one) => one === search['compare'])
  const from = text(search['from'])
  const clause = text(search['clause'])
  const result = RESULTS.find((one) => one === search['result'])
  const of = text(search['of'])
  const kind = text(search['kind'])
  return {
    ...(step && { step }),
    ...(version && { version }),
    ...(compare && { compare }),
    ...(from && { from }),
    ...(clause && { clause }),
    ...(kind && { kind }),
    ...(result && { result }),
    ...(of && { of }),
  }
}

/** What the address of the law of a measure says. */
export function readLawSearch(search: Record<string, unknown>): LawSearch {
  const [step, rule, nation] = [text(search['step']), text(search['rule']), text(search['nation'])]
  const form = FORMS.find((one) => one === search['form'])
  const asOf = text(search['asOf'])
  return {
    ...(step && { step }),
    ...(asOf && /^\d{4}-\d\d-\d\d$/.test(asOf) && { asOf }),
    ...(form && { form }),
    ...(rule && { rule }),
    ...(nation && { nation }),
    ...(search['rows'] === 'open' && { rows: 'open' }),
  }
}

type BenchSearch = {
  readonly q?: string
  /** A column, behind a hyphen from its end. */
  readonly sort?: string
  /** The object that is looked at beside the table. */
  readonly peek?: string
}

export function readBenchSearch(search: Record<string, unknown>): BenchSearch {
  const [q, sort, peek] = [text(search['q']), text(search['sort']), text(search['peek'])]
  return {
    ...(q && { q }),
    ...(sort && /^-?(seen|modified|label|type|tlp)$/.test(sort) && { sort }),
    ...(peek && { peek }),
  }
}

/** `nation`, `issue`: whose published view of what. */
export function readViewsSearch(search: Record<string, unknown>): {
  readonly nation?: string
  readonly issue?: string
} {
  const [nation, issue] = [text(search['nation']), text(search['issue'])]
  return { ...(nation && { nation }), ...(issue && { issue }) }
}

/** One parameter of that name, where it is a text. */
export const readText =
  <K extends string>(name: K) =>
  (search: Record<string, unknown>): { readonly [P in K]?: string } => {
    const value = text(search[name])
    return (value ? { [name]: value } : {}) as { readonly [P in K]?: string }
  }

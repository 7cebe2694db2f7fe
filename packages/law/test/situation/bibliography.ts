import { PRECEDENTS } from '../../src/precedents/precedents.ts'

/** A published work, how situations cite it, and the words by which the research knows it. */
export type Work = {
  readonly title: string
  /** The whole of a citation of it, but for the words after a colon. */
  readonly cited: RegExp
  readonly known: string
}

const NUMBER = String.raw`\d+(?:\(\w+\))*`
const LIST = `${NUMBER}(?:(?:-|, | and )${NUMBER})*`
const work = (title: string, cited: string, known: string): Work => ({
  title,
  cited: new RegExp(`^${cited}$`, 'u'),
  known,
})

/** Closed: whoever cites another work adds it here first, and a work that nobody cites goes. */
export const BIBLIOGRAPHY: readonly Work[] = [
  work('Articles on Responsibility of States (ILC, 2001)', `ARSIWA ${LIST}`, 'ARSIWA'),
  work(
    'Commentary to the Articles (YILC 2001 II(2))',
    `ILC commentary, (?:p\\. ${LIST}|arts? ${LIST}(?:\\. ${LIST})?|art\\. ${LIST}(?:, para\\. ${LIST})?)`,
    'with commentaries, YILC 2001',
  ),
  work('Articles on Responsibility of International Organizations', `DARIO, arts ${LIST}`, 'DARIO'),
  work(
    'Charter of the United Nations',
    `UN Charter, Articles? ${LIST}`,
    'Charter of the United Nations',
  ),
  work('North Atlantic Treaty', 'North Atlantic Treaty, Article 5', 'North Atlantic Treaty'),
  work('Treaty on European Union', `TEU ${LIST}`, 'Treaty on European Union'),
  work(
    'Treaty on the Functioning of the European Union',
    `TFEU,? (?:Article )?${LIST}`,
    'Treaty on the Functioning of the European Union',
  ),
  work(
    'Regulation (EU) 2019/796',
    `Regulation \\(EU\\) 2019/796, Article ${LIST}`,
    'Regulation (EU) 2019/796',
  ),
  work(
    'Decision (CFSP) 2019/797',
    `Decision \\(CFSP\\) 2019/797, Article ${LIST}`,
    'Decision (CFSP) 2019/797',
  ),
  work(
    'Vienna Convention on Diplomatic Relations (1961)',
    `Vienna Convention on Diplomatic Relations, ${LIST}`,
    'VCDR 1961',
  ),
  work(
    'Tallinn Manual 2.0',
    `Tallinn Manual 2\\.0, (?:rules? ${LIST}|part IV)`,
    'Tallinn Manual 2.0',
  ),
  work('UN GGE 2015, A/70/174', 'GGE 2015, para\\. 28\\(f\\)', 'A/70/174'),
  work('ICJ, Corfu Channel (1949)', 'Corfu Channel, p\\. 22', 'Corfu Channel'),
  work(
    'ICJ, Gabčíkovo-Nagymaros Project (1997)',
    `Gabčíkovo-Nagymaros, para(?:s|\\.) ${LIST}`,
    'Gabcikovo-Nagymaros',
  ),
  work(
    'ICJ, Military and Paramilitary Activities (1986)',
    `Nicaragua(?:, para(?:s|\\.) ${LIST})?`,
    'Military and Paramilitary Activities in and against Nicaragua',
  ),
  work('ICTY, Tadić', 'Tadić', 'Tadic'),
  work(
    'Air Service Agreement award (1978)',
    `Air Services award, para\\. ${LIST}`,
    'Air Service Agreement',
  ),
  work(
    'Naulilaa award (1928), RIAA II 1011-1033',
    'Naulilaa award, RIAA II 10(?:1[1-9]|2\\d|3[0-3])',
    'RIAA II 1011',
  ),
  work(
    'Cyber Law Toolkit',
    'Cyber Law Toolkit, (?:Attribution(?:, item 3)?|Countermeasures|Due diligence|Sovereignty)',
    'Cyber Law Toolkit',
  ),
  work('Jackson & Paddeu, AJIL 2024', 'Jackson & Paddeu, form [1-5]', 'Jackson & Paddeu'),
  work('Kenny, ICLQ 2023', 'Kenny, ICLQ 2023', 'Kenny ICLQ 2023'),
  work('Mikanagi & Mačák 2020', 'Mikanagi & Mačák', 'Mikanagi & Macak'),
  work('Schmitt & Watts 2021', 'Schmitt & Watts 2021', 'Schmitt & Watts'),
  work(
    'Spáčil, ICLR 2023, pp. 87-108',
    'Spacil 2023, pp?\\. (?:8[7-9]|9\\d|10[0-8])(?:(?:-| and )\\d+)?',
    'Spacil',
  ),
]

/** Notes of our own: they are no outside source, whatever they were made from. */
const OWN =
  /^(?:ours|rules base [A-Z]+-\d\d|README, section \d(?:, (?:point )?\d+)?|README, section 8, test 4, first replay|collective-countermeasures, section 1)$/

export type Cited =
  | { readonly is: 'work'; readonly work: Work }
  | { readonly is: 'ours' }
  /** In neither list. */
  | { readonly is: 'invented'; readonly text: string }

const OURS = { is: 'ours' } as const

/** What the source of a situation cites, part by part; a past incident by the sources of its record. */
export function citedBy(source: string): readonly Cited[] {
  return source.split(/; |,? against /).map((part) => {
    const [text = ''] = part.split(': ')
    const found = BIBLIOGRAPHY.find(({ cited }) => cited.test(text))
    if (found) return { is: 'work', work: found }
    if (OWN.test(text)) return OURS
    return incidentsIn(text) ?? { is: 'invented', text }
  })
}

function incidentsIn(text: string): Cited | undefined {
  if (!/^cases, CASE-\d\d(?: and CASE-\d\d)*$/.test(text)) return undefined
  const entries = text.match(/CASE-\d\d/g) ?? []
  const records = entries.map((entry) => PRECEDENTS.find((one) => one.entry === entry))
  if (records.includes(undefined)) return { is: 'invented', text }
  const [outside] = records.flatMap((one) => one?.sources.filter((each) => each !== 'none') ?? [])
  return outside === undefined
    ? OURS
    : { is: 'work', work: { title: outside, cited: /^$/, known: outside } }
}

export const hasOutsideSource = (source: string): boolean =>
  citedBy(source).some(({ is }) => is === 'work')

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { getNorm, RULES } from '../src/countermeasure.ts'
import { disputesAbout } from '../src/rule.ts'
import { MADE_FROM } from './made-from.ts'
import { researchedRules } from './research.ts'

const path = sharedPath('law/responsibility-rules.yaml')
const entries = researchedRules(path === undefined ? '' : readFileSync(path, 'utf8'))

/** By hand: the words by which a rule cites each work of the research. */
const WORKS: Readonly<Record<string, RegExp>> = {
  ARSIWA: /ARSIWA|Vienna Convention/,
  'ARSIWA-C': /ILC commentary/,
  AT24: /one State’s paper of 2024/,
  TM2: /Tallinn Manual 2\.0/,
  SPACIL: /Spacil 2023|Spacil, ICLR 2023/,
  'ATTR-NOTE': /Attribution and State Responsibility/,
  'TK-CM': /Cyber Law Toolkit, Countermeasures|wiki\/Countermeasures/,
  'TK-SOV': /Cyber Law Toolkit, Sovereignty/,
  'TK-ATT': /Cyber Law Toolkit, Attribution/,
  'TK-DD': /Cyber Law Toolkit, Due diligence/,
  'TK-NEC': /Cyber Law Toolkit, Plea of necessity/,
  'TK-S03': /Cyber Law Toolkit, scenario 03/i,
  QIL: /Dawidowicz, QIL/,
  HOFER: /Hofer, ICLQ 2025/,
  JP2024: /Jackson & Paddeu/,
  'EEAS-TPC': /WK 10275\/2022/,
  CDT23: /10289\/23|Cyber Diplomacy Toolbox/,
  EU24: /15833\/24/,
  MIK20: /Mikanagi & Mačák/,
  PROB: /Ill-Substantiated Public Cyber Attribution/,
  KENNY: /Kenny/,
  SCHALLER: /Schaller/,
  CHARTER: /UN Charter/,
  NAT: /North Atlantic Treaty/,
  TEU: /TEU/,
  TFEU: /TFEU/,
  CFSP797: /2019\/79[67]/,
  IL20: /Schondorf/,
  'TEX-DD': /Jensen & Watts/,
  GN: /Gabčíkovo-Nagymaros/,
  NIC: /Nicaragua|Military and Paramilitary/,
  BOS: /Bosnia Genocide/,
  AIR: /Air Services award/,
  NAU: /Naulilaa/,
  CORFU: /Corfu Channel/,
  PALMAS: /Island of Palmas/,
  GGE21: /A\/76\/135/,
  GGE15: /A\/70\/174/,
  CHATHAM: /Chatham House/,
  'ILC-JC': /conclusions on peremptory norms/,
}

/** What an entry names and no rule cites, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'B-12 SPACIL': 'its pinpoint is n/a: nothing there is on espionage',
  'CC-03 EWG': 'its title page only was seen',
  'E-01 TM2': 'what is put together of rules has no authorities but theirs',
  'RT-02 CDT23': 'cited by the rule of its own entry, RT-03',
}

/** All that the rules made from an entry name: source, further authorities, and who holds each side. */
function citedFor(entry: string): string {
  const wholes = entry === 'E-01' ? [getNorm('arsiwa-2-act')] : []
  const made = [...RULES.filter(({ id }) => MADE_FROM[id] === entry), ...wholes]
  return made
    .flatMap((norm) => [
      norm.source.citation.en,
      norm.source.seenAt ?? '',
      norm.source.url ?? '',
      norm.source.instrument,
      ...(norm.kind === 'rule' ? [] : [`ARSIWA: ${norm.source.restatement.en}`]),
      ...(norm.kind === 'rule' ? norm.authorities : []),
      ...disputesAbout(norm).flatMap(({ sides }) =>
        sides.flatMap(({ authorities }) => authorities),
      ),
    ])
    .join('; ')
}

/** The rules of this law base are no law: they cite what they guard. */
const isOfLaw = (entry: string) => !/^X-|^T-02$/.test(entry)

const numbersIn = (text: string): readonly string[] => text.match(/\d+/g) ?? []

describe.skipIf(path === undefined)('each work that an entry of the rules base rests on', () => {
  it('is cited by a rule that was made from it, or is named as left out', () => {
    const missing = [...entries].flatMap(([entry, { refs }]) =>
      isOfLaw(entry)
        ? refs
            .filter(({ ref }) => !(WORKS[ref]?.test(citedFor(entry)) ?? false))
            .map(({ ref }) => `${entry} ${ref}`)
        : [],
    )
    expect(missing.toSorted()).toEqual(Object.keys(LEFT_OUT).toSorted())
  })
  it('is cited at the rule, page or paragraph that the entry names', () => {
    const astray = [...entries].flatMap(([entry, { refs }]) =>
      refs
        .filter(({ ref }) => isOfLaw(entry) && !(`${entry} ${ref}` in LEFT_OUT) && WORKS[ref])
        .flatMap(({ ref, pinpoint }) => {
          const known = new Set(
            citedFor(entry)
              .split('; ')
              .filter((one) => WORKS[ref]!.test(one))
              .flatMap(numbersIn),
          )
          const lacking = numbersIn(pinpoint).filter((number) => !known.has(number))
          return lacking.length > 0 ? [`${entry} ${ref} ${pinpoint}: ${lacking.join(', ')}`] : []
        }),
    )
    expect(astray).toEqual([])
  })
})

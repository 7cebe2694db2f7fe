import { asRestated, readsItNarrowly, readsItWidely } from '../effect.ts'
import { type Dispute, disputed, notShown, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import type { Source } from '../source.ts'

const dutyToShow: Dispute = {
  id: 'duty-to-show-evidence',
  about: {
    en: 'Must a State that accuses another show its evidence?',
    es: '¿Debe mostrar sus pruebas el Estado que acusa a otro?',
  },
  issue: 'attribution-evidence-duty',
  sides: [
    {
      says: {
        en: 'no: whether to publish is a political choice',
        es: 'no: publicarlas es una decisión política',
      },
      authorities: ['Cyber Law Toolkit, Attribution, introduction', 'Spacil 2023, p. 91'],
      readings: ['no-duty'],
    },
    {
      says: {
        en: 'yes: accusations must be substantiated',
        es: 'sí: las acusaciones deben fundamentarse',
      },
      authorities: ['UN GGE 2015, para. 28(f)'],
      readings: ['substantiation-required'],
    },
  ],
}

const paragraph28f: Source = {
  id: 'gge-2015-28-f',
  instrument: 'Report of the UN Group of Governmental Experts, A/70/174 (2015)',
  provision: 'Paragraph 28(f)',
  citation: {
    en: 'UN GGE 2015, A/70/174, para. 28(f)',
    es: 'GEG de la ONU 2015, A/70/174, párr. 28 f)',
  },
  restatement: {
    en: 'That an activity came from the territory or infrastructure of a State may be insufficient to attribute it; accusations should be substantiated. Most States that spoke see no legal duty to publish.',
    es: 'Que una actividad proceda del territorio o la infraestructura de un Estado puede ser insuficiente para atribuírsela; las acusaciones deben fundamentarse. La mayoría de los Estados que se han pronunciado no ve un deber jurídico de publicar.',
  },
  url: 'https://undocs.org/A/70/174',
  seenAt: 'quoted in Spacil 2023, p. 91',
  verification: 'text-seen',
  since: '2015-07-22',
  asOf: '2026-11-23',
}

export const substantiation = rule({
  id: 'gge-2015-28-f',
  source: paragraph28f,
  authorities: [
    'Schondorf, 97 International Law Studies 395 (2020), IV',
    'The Problem With Ill-Substantiated Public Cyber Attribution (2022), notes 17-19',
    'UN GGE 2021, A/76/135, norm (b)',
  ],
  question: {
    en: 'Is the accusation substantiated towards others?',
    es: '¿Está fundamentada la acusación ante los demás?',
  },
  facts: ['evidencePublished'],
  disputes: [dutyToShow],
  view: {
    issue: 'attribution-evidence-duty',
    dispute: dutyToShow,
    effects: {
      'no-duty': readsItWidely,
      'substantiation-required': readsItNarrowly,
      addressed: asRestated,
      silent: asRestated,
      unknown: asRestated,
    },
  },
  test: ({ evidencePublished }) => {
    if (evidencePublished === undefined) return unknown('evidencePublished')
    return evidencePublished === 'none'
      ? disputed(dutyToShow, 'no evidence is published', 'no se publica ninguna prueba')
      : satisfied('evidence is published', 'se publican pruebas')
  },
})

/** The same paragraph, of which this half is from general knowledge. */
export const moreThanTerritory = rule({
  id: 'gge-2015-28-f-territory',
  source: {
    ...paragraph28f,
    id: 'gge-2015-28-f-territory',
    restatement: {
      en: 'That an operation was launched from or through the territory or the infrastructure of a State is an indication of its author, and not enough by itself.',
      es: 'Que una operación se lanzara desde el territorio o la infraestructura de un Estado, o a través de ellos, es un indicio de su autor, y no basta por sí solo.',
    },
    seenAt: 'its second half only, in Spacil 2023, p. 91',
    verification: 'general-knowledge',
  },
  authorities: ['Tallinn Manual 2.0, rules 15-17, commentary', 'UN GGE 2021, A/76/135, norm (b)'],
  question: {
    en: 'Is there more than the territory or the infrastructure from which it came?',
    es: '¿Hay algo más que el territorio o la infraestructura de donde provino?',
  },
  arises: isRaised('territoryOnly'),
  facts: ['territoryOnly'],
  test: ({ territoryOnly }) => {
    if (territoryOnly === undefined) return unknown('territoryOnly')
    return territoryOnly
      ? notShown('there is nothing else', 'no hay nada más', {
          en: 'look at what the State failed to do: due diligence',
          es: 'examinar lo que el Estado omitió: la diligencia debida',
        })
      : satisfied('there are other indications', 'hay otros indicios')
  },
})

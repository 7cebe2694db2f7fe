import { published, type View } from '../../view.ts'

/** The published view of: Estonia. What no source that was read says is `unknown`. */
export const ee: View = {
  holder: published('EE', 'state', { en: 'Estonia', es: 'Estonia' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'President Kaljulaid at CyCon',
      date: '2019-05-29',
      url: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_Estonia',
    },
    {
      title: 'Official compendium of voluntary national contributions, A/76/136',
      date: '2021-07-13',
      url: 'https://database.cyberpolicyportal.org/en/entity/du4poqrg8h',
    },
    { title: 'President at CyCon 2019', date: '2019-05-29', url: 'https://perma.cc/R2A8-FGEZ' },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'Breach of sovereignty can be a wrongful act; sovereignty entails obligations as well as rights.',
        es: 'La violación de la soberanía puede ser un hecho ilícito; la soberanía entraña obligaciones además de derechos.',
      },
      source:
        'Cyber Law Toolkit, Sovereignty (list of states), https://cyberlaw.ccdcoe.org/wiki/Sovereignty; https://cyberlaw.ccdcoe.org/wiki/National_position_of_Estonia',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'The prohibition applies to cyber operations and coercion is an element.',
        es: 'La prohibición se aplica a las operaciones cibernéticas y la coerción es uno de sus elementos.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), non-intervention coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/nonintervention-aug2026.csv @b8137b59',
      pinpoint: 'row EST, Q1, Q3, Q4: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'Scale and effects, actual consequences weighed; threshold beyond kinetic analogy ambiguous.',
        es: 'Escala y efectos, con ponderación de las consecuencias reales; el umbral más allá de la analogía cinética es ambiguo.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row EST, Q1 and test questions Q3-Q6.3',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
    },
    'due-diligence': {
      value: 'binding',
      says: {
        en: 'States have to make reasonable efforts, within capacity, that their territory is not used against the rights of others.',
        es: 'Los Estados tienen que hacer esfuerzos razonables, dentro de su capacidad, para que su territorio no se utilice contra los derechos de otros.',
      },
      source:
        'Cyber Law Toolkit, Due diligence, oldid 3191 (2021), https://cyberlaw.ccdcoe.org/wiki/Due_diligence?oldid=3191; https://cyberlaw.ccdcoe.org/wiki/National_position_of_Estonia_(2019)?oldid=2360',
      basis: 'sourced',
      reliability: 'none',
    },
    'attribution-evidence-duty': {
      value: 'no-duty',
      says: {
        en: 'There is no legal obligation to publish an attribution decision; attribution is a national prerogative.',
        es: 'No hay obligación jurídica de publicar una decisión de atribución; la atribución es una prerrogativa nacional.',
      },
      source:
        'Cyber Law Toolkit, Attribution (list of states), https://cyberlaw.ccdcoe.org/wiki/Attribution',
      basis: 'sourced',
      reliability: 'none',
    },
    countermeasures: {
      value: 'accepted',
      says: {
        en: 'Has expressly confirmed that the law of countermeasures applies to cyber operations.',
        es: 'Ha confirmado expresamente que el derecho de las contramedidas se aplica a las operaciones cibernéticas.',
      },
      source:
        'Cyber Law Toolkit, Countermeasures (list of states), https://cyberlaw.ccdcoe.org/wiki/Countermeasures',
      basis: 'sourced',
      reliability: 'none',
    },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': { value: 'unknown', source: 'none' },
    'collective-countermeasures': {
      value: 'supports',
      says: {
        en: 'States not directly injured may apply countermeasures to support the state directly affected.',
        es: 'Los Estados no directamente lesionados pueden aplicar contramedidas para apoyar al Estado directamente afectado.',
      },
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint:
        'p.106; also Summary of Schmitt & Watts on collective countermeasures, https://intelwar.press/?p=37480',
      basis: 'sourced',
      reliability: 'none',
      onRecord: {
        is: 'conflict',
        says: {
          en: 'CyCon 2019 speech: states keep all rights to respond to harmful operations individually or in a collective manner; the Toolkit page on the 2019 position lists Collective Countermeasures as a topic of its own. The draft table of the Global Cyber Law Project codes No on Q20 and Yes on Q21, on assistance, which does not fit: it is to be taken as a probable slip of coding or as a reading of the 2021 text alone.',
          es: 'Discurso en CyCon 2019: los Estados conservan todos los derechos a responder a operaciones dañinas, individualmente o de forma colectiva; la página del Toolkit sobre la posición de 2019 recoge las contramedidas colectivas como tema propio. La tabla en borrador del Global Cyber Law Project codifica un no en Q20 y un sí en Q21, sobre la asistencia, lo que no concuerda: ha de tomarse como un probable error de codificación o como una lectura solo del texto de 2021.',
        },
        source:
          'Global Cyber Law Project v1, self-defense citations (quotes of the paper), github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense_citations_extracted-aug2026.csv @a47516ed (row EST, Q12g); https://cyberlaw.ccdcoe.org/wiki/National_position_of_Estonia_(2019)?oldid=2360; Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      },
    },
    'collective-own-right': { value: 'unknown', source: 'none' },
    'collective-on-behalf': {
      value: 'supports',
      says: {
        en: 'States not directly injured may support the directly affected state, individually or collectively (2019, 2021).',
        es: 'Los Estados no directamente lesionados pueden apoyar al Estado directamente afectado, individual o colectivamente (2019, 2021).',
      },
      source:
        'CyCon speech, 29 May 2019, https://perma.cc/R2A8-FGEZ; Spacil 2023, p. 106; https://cyberlaw.ccdcoe.org/wiki/National_position_of_Estonia_(2019)?oldid=2360',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'supports',
      says: {
        en: 'Support of the affected state; coded Yes in a draft table that codes the collective question No (conflict on record).',
        es: 'Apoyo al Estado afectado; codificado con un sí en una tabla en borrador que codifica con un no la pregunta colectiva (conflicto que consta).',
      },
      source:
        'CyCon speech, 29 May 2019, https://perma.cc/R2A8-FGEZ; Spacil 2023, p. 106; https://cyberlaw.ccdcoe.org/wiki/National_position_of_Estonia_(2019)?oldid=2360; Global Cyber Law Project, countermeasures coding table, Aug 2026 (Q20, Q21)',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'accepted',
      says: {
        en: 'The 2019 position covers self-defence and collective self-defence.',
        es: 'La posición de 2019 abarca la legítima defensa y la legítima defensa colectiva.',
      },
      source: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_Estonia_(2019)?oldid=2360',
      basis: 'sourced',
      reliability: 'none',
    },
    'armed-attack': { value: 'unknown', source: 'none' },
    necessity: {
      value: 'silent',
      says: {
        en: 'The toolkit list of positions that address necessity does not include this one.',
        es: 'La lista del Toolkit de las posiciones que tratan el estado de necesidad no incluye esta.',
      },
      source:
        'Cyber Law Toolkit, Plea of necessity (2024 version, list of positions that address it), https://cyberlaw.ccdcoe.org/wiki/Plea_of_necessity',
      basis: 'inferred-from-absence',
      reliability: 'none',
    },
    'ihl-applies': { value: 'unknown', source: 'none' },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': {
      value: 'applies',
      says: {
        en: 'Sovereign authority over infrastructure is exercised subject to international human rights law.',
        es: 'La autoridad soberana sobre la infraestructura se ejerce con sujeción al derecho internacional de los derechos humanos.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row EST, Q2(b): Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
  },
}

import { published, type View } from '../../view.ts'

/** The published view of: Switzerland. What no source that was read says is `unknown`. */
export const ch: View = {
  holder: published('CH', 'state', { en: 'Switzerland', es: 'Suiza' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Official compendium of voluntary national contributions, A/76/136',
      date: '2021-07-13',
      url: 'https://database.cyberpolicyportal.org/en/entity/du4poqrg8h',
    },
    {
      title: "Switzerland's position paper (Annex to UN GGE 2019/2021)",
      date: '2021-05',
      url: 'https://perma.cc/BX6P-2YT6',
    },
  ],
  note: {
    en: 'Stresses peaceful settlement and neutrality.',
    es: 'Pone el acento en el arreglo pacífico y en la neutralidad.',
  },
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'A stand-alone rule; effects on territory and interference with governmental functions; case by case.',
        es: 'Una regla por sí misma; efectos en el territorio e interferencia en funciones gubernamentales; caso por caso.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row CHE, Q3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
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
      pinpoint: 'row CHE, Q1, Q3, Q4: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'UN Charter in its entirety applies.',
        es: 'Se aplica la Carta de las Naciones Unidas en su totalidad.',
      },
      source: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_Switzerland_(2021)',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': {
      value: 'binding',
      says: {
        en: 'Listed among the states that endorse due diligence as a binding general duty not to let territory be knowingly used for wrongful cyber acts.',
        es: 'Figura entre los Estados que respaldan la diligencia debida como deber general vinculante de no permitir que el territorio se utilice a sabiendas para actos cibernéticos ilícitos.',
      },
      source:
        'Cyber Law Toolkit, Due diligence (current version; same text mirrored at https://cjwi.org/fa/en/due-diligence/), https://cyberlaw.ccdcoe.org/wiki/Due_diligence',
      pinpoint: 'box, second paragraph',
      basis: 'sourced',
      reliability: 'toolkit-list',
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
        en: 'Customary right with cyber or other means, aimed at state targets only and proportionate.',
        es: 'Un derecho consuetudinario por medios cibernéticos o de otro tipo, dirigido solo contra objetivos estatales y proporcionado.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row CHE, Q1, Q2, Q2a, Q2b, Q7, Q24d: Yes; Q8: No',
      basis: 'sourced',
      reliability: 'draft-coding-not-in-v1',
      onRecord: {
        is: 'conflict',
        says: {
          en: 'Draft row codes Q3 (only to induce compliance) No and Q5 (other purposes, e.g. punishment) Yes. That is implausible; neither cell is to be used before the paper has been read.',
          es: 'La fila en borrador codifica un no en Q3 (solo para inducir al cumplimiento) y un sí en Q5 (otros fines, p. ej. el castigo). Es inverosímil; no debe usarse ninguna de las dos casillas antes de leer el documento.',
        },
        source:
          'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      },
    },
    'prior-call': {
      value: 'required',
      says: {
        en: 'Call to stop and notice are required; the notice duty is not absolute.',
        es: 'Se exigen el requerimiento de cesar y el aviso; el deber de aviso no es absoluto.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row CHE, Q24a: Yes; Q24b: Yes; Q24.b.i absolute: No',
      basis: 'sourced',
      reliability: 'draft-coding-not-in-v1',
    },
    'prior-notification': {
      value: 'not-always',
      says: {
        en: 'Call to stop and notice are required; the notice duty is not absolute.',
        es: 'Se exigen el requerimiento de cesar y el aviso; el deber de aviso no es absoluto.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row CHE, Q24a: Yes; Q24b: Yes; Q24.b.i absolute: No',
      basis: 'sourced',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-countermeasures': {
      value: 'silent',
      says: {
        en: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan ni las contramedidas colectivas ni la ayuda de un Estado no lesionado, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row CHE, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-own-right': {
      value: 'silent',
      says: {
        en: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan ni las contramedidas colectivas ni la ayuda de un Estado no lesionado, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row CHE, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-on-behalf': {
      value: 'silent',
      says: {
        en: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan ni las contramedidas colectivas ni la ayuda de un Estado no lesionado, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row CHE, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'silent',
      says: {
        en: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan ni las contramedidas colectivas ni la ayuda de un Estado no lesionado, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row CHE, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': {
      value: 'excluded',
      says: {
        en: 'Countermeasures may not amount to a use of force.',
        es: 'Las contramedidas no pueden constituir un uso de la fuerza.',
      },
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint: 'p.104',
      basis: 'sourced',
      reliability: 'none',
    },
    'self-defence': {
      value: 'accepted',
      says: {
        en: 'Art 51 right; no anticipatory or preventive self-defence; loss of function alone not enough.',
        es: 'Derecho del artículo 51; ninguna legítima defensa anticipada ni preventiva; la sola pérdida de funcionalidad no basta.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row CHE, anticipatory: No; preventative: No; functionality: No',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'armed-attack': {
      value: 'gravest-alone',
      says: {
        en: 'Only the most grave uses of force are an armed attack.',
        es: 'Solo los usos más graves de la fuerza son un ataque armado.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row CHE, only the most grave: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    necessity: {
      value: 'addressed',
      says: {
        en: 'The published position addresses the plea of necessity as a possible basis for response.',
        es: 'La posición publicada trata el estado de necesidad como posible base de una respuesta.',
      },
      source:
        'Cyber Law Toolkit, Plea of necessity (2024 version, list of positions that address it), https://cyberlaw.ccdcoe.org/wiki/Plea_of_necessity',
      basis: 'sourced',
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
      pinpoint: 'row CHE, Q2(b): Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
  },
}

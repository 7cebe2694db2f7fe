import { published, type View } from '../../view.ts'

/** The published view of: Australia. What no source that was read says is `unknown`. */
export const au: View = {
  holder: published('AU', 'state', { en: 'Australia', es: 'Australia' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Official compendium of voluntary national contributions, A/76/136',
      date: '2021-07-13',
      url: 'https://database.cyberpolicyportal.org/en/entity/du4poqrg8h',
    },
    {
      title: "Australia's International Cyber Engagement Strategy, international law annexes",
      date: '2017-2021',
      url: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_Australia_(2020)',
    },
    {
      title:
        "Annex B: Australia's position on how international law applies to State conduct in cyberspace",
      date: '2020',
      url: 'https://perma.cc/AZW3-27HW',
    },
  ],
  readings: {
    sovereignty: {
      value: 'silent',
      says: {
        en: 'The coded papers do not say whether sovereignty is a stand-alone rule.',
        es: 'Los documentos codificados no dicen si la soberanía es una regla por sí misma.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row AUS, Q3: Silent',
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
      pinpoint: 'row AUS, Q1, Q3, Q4: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    coercion: {
      value: 'also-loss-of-control',
      says: {
        en: 'Depriving a State of control over matters within its domaine réservé is coercion.',
        es: 'Privar a un Estado del control de asuntos de su dominio reservado es coacción.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), non-intervention coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/nonintervention-aug2026.csv @b8137b59',
      pinpoint: 'row AUS, Q4.3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'use-of-force': {
      value: 'physical-and-open-to-nonphysical',
      says: {
        en: 'Scale and effects; non-violent effects such as loss of function or economic harm may qualify.',
        es: 'Escala y efectos; pueden considerarse uso de la fuerza efectos no violentos, como la pérdida de funcionalidad o el perjuicio económico.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row AUS, Q6.3: Yes',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
    },
    'due-diligence': {
      value: 'binding',
      says: {
        en: 'Endorses due diligence as a binding obligation not to knowingly allow territory to be used against the rights of others.',
        es: 'Respalda la diligencia debida como obligación vinculante de no permitir a sabiendas que el territorio se utilice contra los derechos de otros.',
      },
      source:
        'Cyber Law Toolkit, Due diligence, oldid 3191 (2021), https://cyberlaw.ccdcoe.org/wiki/Due_diligence?oldid=3191',
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
    'prior-notification': {
      value: 'silent',
      says: {
        en: 'The coded papers do not discuss notice before countermeasures, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan el aviso antes de las contramedidas, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row AUS, Q24b: Not discussed',
      basis: 'reported',
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
      pinpoint: 'row AUS, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row AUS, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row AUS, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row AUS, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      value: 'accepted-preemptive',
      says: {
        en: 'Charter and customary right, individual or collective, also against an imminent attack; functionality loss alone may suffice; reporting duty noted.',
        es: 'Un derecho según la Carta y la costumbre, individual o colectivo, también frente a un ataque inminente; la sola pérdida de funcionalidad puede bastar; se señala el deber de informar.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row AUS, Q1, Q2, anticipatory, collective: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
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
      pinpoint: 'row AUS, Q2(b): Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
  },
}

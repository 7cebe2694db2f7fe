import { published, type View } from '../../view.ts'

/** The published view of: Czech Republic. What no source that was read says is `unknown`. */
export const cz: View = {
  holder: published('CZ', 'state', { en: 'Czechia', es: 'Chequia' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Position paper on the application of international law in cyberspace',
      date: '2024-02',
      url: 'https://database.cyberpolicyportal.org/en/entity/nse9up25fxo',
    },
    {
      title: 'OEWG statement',
      date: '2020-02-11',
      url: 'https://cyberlaw.ccdcoe.org/w/index.php?title=National_position_of_the_Czech_Republic_(2020)&direction=prev&oldid=2902',
    },
    {
      title: 'Position Paper on the Application of International Law in Cyberspace',
      date: '2024',
      url: 'https://perma.cc/35XF-55UV',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'Sovereignty is an independent right and respect for it an independent obligation.',
        es: 'La soberanía es un derecho independiente y su respeto, una obligación independiente.',
      },
      source:
        'Czech OEWG 2020, https://instant.com.pk/uk/65560/; Cyber Law Toolkit, Sovereignty (list of states), https://cyberlaw.ccdcoe.org/wiki/Sovereignty',
      on: '2020-02-11',
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
      pinpoint: 'row CZE, Q1, Q3, Q4: Yes',
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
      pinpoint: 'row CZE, Q4.3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'use-of-force': {
      value: 'physical-and-open-to-nonphysical',
      says: {
        en: 'Contextual test; non-violent effects may qualify.',
        es: 'Examen según el contexto; pueden considerarse uso de la fuerza efectos no violentos.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row CZE, Q6.3: Yes',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
      earlier: {
        value: 'accepted-case-by-case',
        source: 'Czech 2024 introduction',
        basis: 'sourced',
      },
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
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: { value: 'unknown', source: 'none' },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': { value: 'unknown', source: 'none' },
    'collective-countermeasures': { value: 'unknown', source: 'none' },
    'collective-own-right': { value: 'unknown', source: 'none' },
    'collective-on-behalf': { value: 'unknown', source: 'none' },
    'collective-assistance': { value: 'unknown', source: 'none' },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'accepted',
      says: {
        en: 'Art 51 covers cyber attacks of kinetic gravity; collective help only at the request of the victim and within it; not limited to cyber means.',
        es: 'El artículo 51 abarca los ciberataques de gravedad cinética; ayuda colectiva solo a petición de la víctima y dentro de esa petición; no se limita a medios cibernéticos.',
      },
      source:
        'Global Cyber Law Project v1, self-defense citations (quotes of the paper), github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense_citations_extracted-aug2026.csv @a47516ed',
      pinpoint: 'row CZE, Q12d-f, Q17, 17a, Q18',
      basis: 'sourced',
      reliability: 'quoted-primary-text',
    },
    'armed-attack': {
      value: 'gravest-alone',
      says: {
        en: 'Only the most grave uses of force are an armed attack.',
        es: 'Solo los usos más graves de la fuerza son un ataque armado.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row CZE, only the most grave: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    necessity: {
      value: 'accepted',
      says: {
        en: 'Endorses necessity when it is the only way to safeguard an essential interest against grave and imminent peril.',
        es: 'Respalda el estado de necesidad cuando es el único modo de salvaguardar un interés esencial contra un peligro grave e inminente.',
      },
      source: 'Czech 2024 para 68 via Cyber Law Toolkit Plea of necessity',
      on: '2024-02',
      basis: 'sourced',
      reliability: 'none',
      onRecord: {
        is: 'refinement',
        says: {
          en: 'Pinpoint found: para. 68 of the 2024 paper (only way to safeguard an essential interest against a grave and imminent peril).',
          es: 'Lugar encontrado: párr. 68 del documento de 2024 (el único modo de salvaguardar un interés esencial contra un peligro grave e inminente).',
        },
        source: 'https://cyberlaw.ccdcoe.org/wiki/Plea_of_necessity',
      },
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
      pinpoint: 'row CZE, Q2(b): Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
  },
}

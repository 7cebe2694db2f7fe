import { nis2 } from '../source.ts'
import type { FieldEntry } from '../term.ts'

/** What happened, and how grave it is. Words that EU law defines keep its meaning. */
export const incidents = {
  incident: {
    label: { en: 'Incident', es: 'Incidente' },
    definition: {
      en: 'An event that compromises the availability, authenticity, integrity or confidentiality of data, or of services that network and information systems offer.',
      es: 'Un hecho que compromete la disponibilidad, autenticidad, integridad o confidencialidad de los datos, o de los servicios que ofrecen los sistemas de redes y de información.',
    },
    source: nis2('Article 6(6)'),
    status: 'proposed',
    related: ['situation', 'severity'],
    forms: {
      en: [
        'incident',
        'incidents',
        'cyber incident',
        'cyber incidents',
        'security incident',
        'security incidents',
        'cybersecurity incident',
        'cybersecurity incidents',
      ],
      es: [
        'incidente',
        'incidentes',
        'ciberincidente',
        'ciberincidentes',
        'incidente de seguridad',
        'incidentes de seguridad',
        'incidente de ciberseguridad',
        'incidentes de ciberseguridad',
      ],
    },
    mappings: [
      { match: 'exact', scheme: 'nis2', notation: 'Article 6(6)' },
      { match: 'close', scheme: 'stix', notation: 'incident' },
    ],
  },
  'near-miss': {
    label: { en: 'Near miss', es: 'Cuasiincidente' },
    definition: {
      en: 'An event that could have become an incident, and was prevented or did not come about.',
      es: 'Un hecho que habría podido llegar a ser un incidente, pero se previno o no llegó a producirse.',
    },
    source: nis2('Article 6(5)'),
    status: 'proposed',
    related: ['incident'],
    forms: {
      en: ['near miss', 'near misses'],
      es: ['cuasiincidente', 'cuasiincidentes', 'cuasi incidente', 'cuasi incidentes'],
    },
    mappings: [{ match: 'exact', scheme: 'nis2', notation: 'Article 6(5)' }],
  },
  'significant-incident': {
    label: { en: 'Significant incident', es: 'Incidente significativo' },
    definition: {
      en: 'An incident that has caused or can cause severe operational disruption or financial loss to the entity, or considerable damage to others. It starts the clocks of reporting.',
      es: 'Un incidente que ha causado o puede causar a la entidad graves perturbaciones operativas o pérdidas económicas, o perjuicios considerables a otros. Pone en marcha los plazos de notificación.',
    },
    source: nis2('Article 23(3)'),
    status: 'proposed',
    broader: 'incident',
    forms: {
      en: [
        'significant incident',
        'significant incidents',
        'significant cyber incident',
        'significant cyber incidents',
        'significant cybersecurity incident',
        'significant cybersecurity incidents',
      ],
      es: [
        'incidente significativo',
        'incidentes significativos',
        'ciberincidente significativo',
        'ciberincidentes significativos',
      ],
    },
    mappings: [{ match: 'exact', scheme: 'nis2', notation: 'Article 23(3)' }],
  },
  'large-scale-incident': {
    label: {
      en: 'Large-scale cybersecurity incident',
      es: 'Incidente de ciberseguridad a gran escala',
    },
    definition: {
      en: 'An incident whose disruption exceeds a Member State’s capacity to respond, or which significantly affects at least two Member States.',
      es: 'Un incidente cuyas perturbaciones superan la capacidad de respuesta de un Estado miembro, o que afecta significativamente al menos a dos Estados miembros.',
    },
    source: nis2('Article 6(7)'),
    status: 'proposed',
    broader: 'significant-incident',
    forms: {
      en: [
        'large scale cybersecurity incident',
        'large scale cybersecurity incidents',
        'large scale incident',
        'large scale incidents',
        'large scale cyber incident',
        'large scale cyber incidents',
      ],
      es: [
        'incidente de ciberseguridad a gran escala',
        'incidentes de ciberseguridad a gran escala',
        'incidente a gran escala',
        'incidentes a gran escala',
        'ciberincidente a gran escala',
        'ciberincidentes a gran escala',
      ],
    },
    mappings: [{ match: 'exact', scheme: 'nis2', notation: 'Article 6(7)' }],
  },
  'cyber-threat': {
    label: { en: 'Cyber threat', es: 'Ciberamenaza' },
    definition: {
      en: 'A possible circumstance, event or action that could harm network and information systems, their users or other persons.',
      es: 'Una situación, hecho o acción potencial que podría dañar los sistemas de redes y de información, a sus usuarios o a otras personas.',
    },
    source: nis2('Article 6(10), which refers to Regulation (EU) 2019/881, Article 2(8)'),
    status: 'proposed',
    related: ['vulnerability'],
    forms: {
      en: ['cyber threat', 'cyber threats', 'cyberthreat', 'cyberthreats'],
      es: ['ciberamenaza', 'ciberamenazas', 'amenaza cibernética', 'amenazas cibernéticas'],
    },
    mappings: [{ match: 'exact', scheme: 'nis2', notation: 'Article 6(10)' }],
  },
  'significant-cyber-threat': {
    label: { en: 'Significant cyber threat', es: 'Ciberamenaza significativa' },
    definition: {
      en: 'A cyber threat that, by its technical characteristics, can be assumed to be able to affect an entity’s systems or its users severely, with considerable damage.',
      es: 'Una ciberamenaza de la que, por sus características técnicas, cabe suponer que puede afectar gravemente a los sistemas de una entidad o a sus usuarios, con perjuicios considerables.',
    },
    source: nis2('Article 6(11)'),
    status: 'proposed',
    broader: 'cyber-threat',
    forms: {
      en: ['significant cyber threat', 'significant cyber threats'],
      es: ['ciberamenaza significativa', 'ciberamenazas significativas'],
    },
    mappings: [{ match: 'exact', scheme: 'nis2', notation: 'Article 6(11)' }],
  },
  vulnerability: {
    label: { en: 'Vulnerability', es: 'Vulnerabilidad' },
    definition: {
      en: 'A weakness, susceptibility or flaw of an ICT product or service that a cyber threat can exploit.',
      es: 'Una deficiencia, susceptibilidad o fallo de un producto o servicio de TIC que una ciberamenaza puede aprovechar.',
    },
    source: nis2('Article 6(15)'),
    status: 'proposed',
    forms: {
      en: ['vulnerability', 'vulnerabilities'],
      es: ['vulnerabilidad', 'vulnerabilidades'],
    },
    mappings: [
      { match: 'exact', scheme: 'nis2', notation: 'Article 6(15)' },
      { match: 'close', scheme: 'stix', notation: 'vulnerability' },
    ],
  },
  severity: {
    label: { en: 'Severity', es: 'Gravedad' },
    definition: {
      en: 'How grave the effects of an incident are, by a named scale. Nothing about who caused it.',
      es: 'Cuán graves son los efectos de un incidente, según una escala con nombre. Nada dice de quién lo causó.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'scale',
    forms: { en: ['severity'], es: ['gravedad'] },
  },
  'critical-infrastructure': {
    label: { en: 'Critical infrastructure', es: 'Infraestructura crítica' },
    definition: {
      en: 'An asset, a facility, equipment, a network or a system, or part of one, that is necessary to provide an essential service.',
      es: 'Un activo, instalación, equipo, red o sistema, o parte de ellos, que es necesario para prestar un servicio esencial.',
    },
    source: {
      instrument: 'Directive (EU) 2022/2557',
      provision: 'Article 2(4)',
      verification: 'text-seen',
    },
    status: 'proposed',
    related: ['operator', 'spill-over'],
    forms: {
      en: ['critical infrastructure', 'critical infrastructures'],
      es: ['infraestructura crítica', 'infraestructuras críticas'],
    },
    mappings: [{ match: 'exact', scheme: 'cer', notation: 'Article 2(4)' }],
  },
  'spill-over': {
    label: { en: 'Spill-over', es: 'Efecto indirecto en terceros' },
    definition: {
      en: 'Effects of a malicious cyber activity on systems or States at which it was not aimed.',
      es: 'Efectos de una actividad cibernética maliciosa en sistemas o Estados a los que no iba dirigida.',
    },
    source: 'none',
    status: 'proposed',
    related: ['malicious-cyber-activity'],
    forms: {
      en: [
        'spill over',
        'spill overs',
        'spillover',
        'spillovers',
        'spill over effect',
        'spill over effects',
        'spillover effect',
        'spillover effects',
        'spilled over',
        'spills over',
      ],
      es: [
        'efecto indirecto en terceros',
        'efectos indirectos en terceros',
        'efecto de desbordamiento',
        'efectos de desbordamiento',
        'efecto derrame',
        'efectos derrame',
      ],
    },
  },
} as const satisfies Readonly<Record<string, FieldEntry>>

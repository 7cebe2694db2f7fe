import { attack, eu2019796, generalKnowledge, rsit } from '../source.ts'
import type { FieldEntry } from '../term.ts'

/** What was done, and with what. Neutral words: none of them says who did it or what the law calls it. */
export const operations = {
  'malicious-cyber-activity': {
    label: { en: 'Malicious cyber activity', es: 'Actividad cibernética maliciosa' },
    definition: {
      en: 'Conduct by way of information systems that harms, or is meant to harm, the systems or data of others. Says nothing about the law.',
      es: 'Conducta por medio de sistemas de información que daña, o pretende dañar, los sistemas o datos de otros. No dice nada sobre el derecho.',
    },
    source: {
      instrument: 'Declaration by the High Representative on behalf of the EU, 10 May 2022',
      verification: 'summary-seen',
    },
    status: 'proposed',
    related: ['case', 'incident'],
    forms: {
      en: [
        'malicious cyber activity',
        'malicious cyber activities',
        'malicious activity in cyberspace',
        'malicious activities in cyberspace',
      ],
      es: [
        'actividad cibernética maliciosa',
        'actividades cibernéticas maliciosas',
        'actividad maliciosa en el ciberespacio',
        'actividades maliciosas en el ciberespacio',
        'ciberactividad maliciosa',
        'ciberactividades maliciosas',
      ],
    },
  },
  'cyber-attack': {
    label: { en: 'Cyber-attack', es: 'Ciberataque' },
    definition: {
      en: 'Access to, or interference with, information systems or data, or interception of data, without authorisation or against the law. The word of EU restrictive measures; not an armed attack.',
      es: 'Acceso a sistemas de información o a datos, injerencia en ellos o interceptación de datos, sin autorización o contra derecho. La palabra de las medidas restrictivas de la UE; no es un ataque armado.',
    },
    source: eu2019796('Article 1(3)'),
    status: 'proposed',
    broader: 'malicious-cyber-activity',
    related: ['restrictive-measure', 'armed-attack'],
    forms: {
      en: ['cyber attack', 'cyber attacks', 'cyberattack', 'cyberattacks'],
      es: ['ciberataque', 'ciberataques', 'ataque cibernético', 'ataques cibernéticos'],
    },
    mappings: [{ match: 'exact', scheme: 'eu-2019-796', notation: 'Article 1(3)' }],
  },
  intrusion: {
    label: { en: 'Intrusion', es: 'Intrusión' },
    definition: {
      en: 'The compromise of a system, an account or an application by someone who had no right to be there.',
      es: 'El compromiso de un sistema, una cuenta o una aplicación por quien no tenía derecho a estar allí.',
    },
    source: rsit('class intrusions'),
    status: 'proposed',
    broader: 'malicious-cyber-activity',
    forms: { en: ['intrusion', 'intrusions'], es: ['intrusión', 'intrusiones'] },
    mappings: [{ match: 'exact', scheme: 'rsit', notation: 'intrusions' }],
  },
  malware: {
    label: { en: 'Malware', es: 'Programa malicioso' },
    definition: {
      en: 'Software made to do harm or to act against the will of those whose system it runs on.',
      es: 'Programa hecho para causar daño o para actuar contra la voluntad de aquellos en cuyo sistema se ejecuta.',
    },
    source: rsit('class malicious-code'),
    status: 'proposed',
    related: ['malicious-cyber-activity'],
    forms: {
      en: ['malware', 'malicious code', 'malicious software'],
      es: [
        'programa malicioso',
        'programas maliciosos',
        'código malicioso',
        'códigos maliciosos',
        'malware',
      ],
    },
    mappings: [
      { match: 'close', scheme: 'rsit', notation: 'malicious-code' },
      { match: 'exact', scheme: 'stix', notation: 'malware' },
    ],
  },
  wiper: {
    label: { en: 'Wiper malware', es: 'Programa de borrado' },
    definition: {
      en: 'Malware that destroys data or makes a system unusable. What it destroys may not come back: a measure that does the same is hard to call reversible.',
      es: 'Programa malicioso que destruye datos o inutiliza un sistema. Lo que destruye puede no volver: una medida que haga lo mismo difícilmente es reversible.',
    },
    source: attack('T1485 Data Destruction, T1561 Disk Wipe'),
    status: 'proposed',
    broader: 'malware',
    forms: {
      en: [
        'wiper',
        'wipers',
        'wiper malware',
        'data wiper',
        'data wipers',
        'disk wiper',
        'disk wipers',
      ],
      es: [
        'programa de borrado',
        'programas de borrado',
        'código de borrado',
        'borrador de datos',
        'borradores de datos',
        'wiper',
        'wipers',
      ],
    },
    mappings: [
      { match: 'exact', scheme: 'stix', notation: 'malware-type-ov:wiper' },
      { match: 'related', scheme: 'attack', notation: 'T1485' },
      { match: 'related', scheme: 'attack', notation: 'T1561' },
    ],
  },
  ransomware: {
    label: { en: 'Ransomware', es: 'Programa de secuestro' },
    definition: {
      en: 'Malware that withholds data or systems, mostly by encryption, until a ransom is paid.',
      es: 'Programa malicioso que retiene datos o sistemas, casi siempre cifrándolos, hasta que se pague un rescate.',
    },
    source: attack('T1486 Data Encrypted for Impact'),
    status: 'proposed',
    broader: 'malware',
    forms: {
      en: ['ransomware'],
      es: ['programa de secuestro', 'programas de secuestro', 'secuestro de datos', 'ransomware'],
    },
    mappings: [
      { match: 'exact', scheme: 'stix', notation: 'malware-type-ov:ransomware' },
      { match: 'related', scheme: 'attack', notation: 'T1486' },
    ],
  },
  'denial-of-service': {
    label: { en: 'Denial of service', es: 'Denegación de servicio' },
    definition: {
      en: 'Requests or traffic made to exhaust a service so that its users cannot reach it.',
      es: 'Peticiones o tráfico destinados a agotar un servicio para que sus usuarios no puedan alcanzarlo.',
    },
    source: rsit('availability:dos'),
    status: 'proposed',
    broader: 'malicious-cyber-activity',
    forms: {
      en: ['denial of service', 'dos attack', 'dos attacks'],
      es: ['denegación de servicio', 'denegaciones de servicio'],
    },
    mappings: [
      { match: 'exact', scheme: 'rsit', notation: 'availability:dos' },
      { match: 'close', scheme: 'attack', notation: 'T1499' },
    ],
  },
  'distributed-denial-of-service': {
    label: {
      en: 'Distributed denial of service',
      es: 'Denegación de servicio distribuida',
    },
    definition: {
      en: 'A denial of service from many systems at once, often those of third parties.',
      es: 'Una denegación de servicio desde muchos sistemas a la vez, a menudo de terceros.',
    },
    source: rsit('availability:ddos'),
    status: 'proposed',
    broader: 'denial-of-service',
    related: ['botnet'],
    forms: {
      en: ['distributed denial of service', 'ddos'],
      es: [
        'denegación de servicio distribuida',
        'denegación de servicio distribuido',
        'denegación distribuida de servicio',
        'ddos',
      ],
    },
    mappings: [
      { match: 'exact', scheme: 'rsit', notation: 'availability:ddos' },
      { match: 'close', scheme: 'attack', notation: 'T1498' },
      { match: 'related', scheme: 'stix', notation: 'malware-type-ov:ddos' },
    ],
  },
  phishing: {
    label: { en: 'Phishing', es: 'Suplantación para obtener datos' },
    definition: {
      en: 'Posing as somebody else in order to make a person reveal credentials or open a way in.',
      es: 'Hacerse pasar por otro para que una persona revele credenciales o abra una vía de entrada.',
    },
    source: rsit('fraud:phishing'),
    status: 'proposed',
    broader: 'malicious-cyber-activity',
    forms: {
      en: ['phishing', 'spear phishing', 'spearphishing'],
      es: ['suplantación para obtener datos', 'phishing', 'pesca de datos'],
    },
    mappings: [
      { match: 'close', scheme: 'rsit', notation: 'fraud:phishing' },
      { match: 'close', scheme: 'attack', notation: 'T1566' },
      { match: 'related', scheme: 'stix', notation: 'infrastructure-type-ov:phishing' },
    ],
  },
  'supply-chain-compromise': {
    label: { en: 'Supply chain compromise', es: 'Compromiso de la cadena de suministro' },
    definition: {
      en: 'Changing a product or a service on its way to its users, so as to reach them through it.',
      es: 'Alterar un producto o un servicio en su camino hacia los usuarios para llegar a ellos a través de él.',
    },
    source: attack('T1195 Supply Chain Compromise'),
    status: 'proposed',
    broader: 'malicious-cyber-activity',
    forms: {
      en: [
        'supply chain compromise',
        'supply chain compromises',
        'supply chain attack',
        'supply chain attacks',
        'compromise of the supply chain',
      ],
      es: [
        'compromiso de la cadena de suministro',
        'compromisos de la cadena de suministro',
        'ataque a la cadena de suministro',
        'ataques a la cadena de suministro',
      ],
    },
    mappings: [
      { match: 'exact', scheme: 'attack', notation: 'T1195' },
      { match: 'related', scheme: 'nis2', notation: 'Article 21(2)(d)' },
    ],
  },
  'data-leak': {
    label: { en: 'Data leak', es: 'Fuga de datos' },
    definition: {
      en: 'Confidential information, such as credentials or personal data, in the hands of those not entitled to it.',
      es: 'Información confidencial, como credenciales o datos personales, en manos de quien no tiene derecho a ella.',
    },
    source: rsit('information-content-security:data-leak'),
    status: 'proposed',
    broader: 'incident',
    forms: {
      en: ['data leak', 'data leaks', 'data breach', 'data breaches'],
      es: ['fuga de datos', 'fugas de datos', 'filtración de datos', 'filtraciones de datos'],
    },
    mappings: [
      { match: 'exact', scheme: 'rsit', notation: 'information-content-security:data-leak' },
      { match: 'related', scheme: 'attack', notation: 'T1041' },
    ],
  },
  sabotage: {
    label: { en: 'Sabotage', es: 'Sabotaje' },
    definition: {
      en: 'Intentional action that damages, or tries or threatens to damage, a system in order to disrupt a service.',
      es: 'Acción intencionada que daña un sistema, o intenta o amenaza dañarlo, para perturbar un servicio.',
    },
    source: rsit('availability:sabotage'),
    status: 'proposed',
    broader: 'malicious-cyber-activity',
    forms: { en: ['sabotage'], es: ['sabotaje', 'sabotajes'] },
    mappings: [{ match: 'exact', scheme: 'rsit', notation: 'availability:sabotage' }],
  },
  'cyber-espionage': {
    label: { en: 'Cyber espionage', es: 'Ciberespionaje' },
    definition: {
      en: 'Collecting information from systems of others in secret. Not forbidden as such in peacetime by the prevailing reading; its method or effects may be.',
      es: 'Recoger en secreto información de sistemas ajenos. Según la lectura predominante no está prohibido como tal en tiempo de paz; pueden estarlo su método o sus efectos.',
    },
    source: generalKnowledge('Tallinn Manual 2.0, Rule 32'),
    status: 'proposed',
    broader: 'malicious-cyber-activity',
    forms: {
      en: ['cyber espionage', 'cyberespionage'],
      es: ['ciberespionaje', 'espionaje cibernético'],
    },
  },
  botnet: {
    label: { en: 'Botnet', es: 'Red de equipos infectados' },
    definition: {
      en: 'Systems of third parties that malware puts under one command.',
      es: 'Sistemas de terceros que un programa malicioso pone bajo un mismo mando.',
    },
    source: 'none',
    status: 'proposed',
    related: ['malware', 'command-and-control'],
    forms: {
      en: ['botnet', 'botnets'],
      es: ['red de equipos infectados', 'redes de equipos infectados', 'botnet', 'botnets'],
    },
    mappings: [
      { match: 'exact', scheme: 'stix', notation: 'infrastructure-type-ov:botnet' },
      { match: 'close', scheme: 'attack', notation: 'T1583.005' },
    ],
  },
  'command-and-control': {
    label: { en: 'Command and control', es: 'Mando y control' },
    definition: {
      en: 'The systems from which malware on infected systems takes its orders.',
      es: 'Los sistemas de los que el programa malicioso recibe sus órdenes en los equipos infectados.',
    },
    source: rsit('malicious-code:c2-server'),
    status: 'proposed',
    forms: {
      en: [
        'command and control',
        'command and control server',
        'command and control servers',
        'c2 server',
        'c2 servers',
      ],
      es: [
        'mando y control',
        'servidor de mando y control',
        'servidores de mando y control',
        'servidor c2',
        'servidores c2',
      ],
    },
    mappings: [
      { match: 'close', scheme: 'rsit', notation: 'malicious-code:c2-server' },
      { match: 'exact', scheme: 'stix', notation: 'infrastructure-type-ov:command-and-control' },
    ],
  },
} as const satisfies Readonly<Record<string, FieldEntry>>

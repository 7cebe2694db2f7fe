import type { Practice } from '../practice.ts'

/** What individuals can do themselves, and enterprises as well. */
export const forEverybody = [
  {
    id: 'gp-01',
    title: {
      en: 'Turn on a second factor for e-mail and every remote access',
      es: 'Active un segundo factor en el correo y en todo acceso remoto',
    },
    how: {
      en: 'Begin with e-mail, VPN and administrators’ accounts. A passkey, a security key or an app is better than SMS. Refuse a prompt that you did not start.',
      es: 'Empiece por el correo, la VPN y las cuentas de administración. Una llave de acceso, una llave física o una aplicación es mejor que el SMS. Rechace las peticiones que no haya iniciado usted.',
    },
    doers: ['individual', 'sme', 'organisation'],
    sources: ['ENISA-CERT-EU-2022', 'CISA-SOW', 'CE'],
    rsit: [
      'intrusion-attempts:brute-force',
      'intrusions:unprivileged-account-compromise',
      'intrusions:privileged-account-compromise',
    ],
    attack: ['T1078', 'T1110', 'T1133', 'T1621', 'T1114'],
  },
  {
    id: 'gp-02',
    title: {
      en: 'Use one long password per account, kept in a password manager',
      es: 'Use una contraseña larga por cuenta, guardada en un gestor',
    },
    how: {
      en: 'Three random words or a generated password will do. Never use a password of your work anywhere else.',
      es: 'Bastan tres palabras al azar o una contraseña generada. No use en ningún otro sitio la contraseña del trabajo.',
    },
    doers: ['individual', 'sme', 'organisation'],
    sources: ['ENISA-CERT-EU-2022', 'NCSC-SBG', 'CISA-SOW', 'ENISA-12'],
    rsit: ['intrusion-attempts:brute-force', 'fraud:phishing'],
    attack: ['T1078', 'T1110'],
  },
  {
    id: 'gp-03',
    title: {
      en: 'Install updates quickly and automatically',
      es: 'Instale las actualizaciones pronto y de forma automática',
    },
    how: {
      en: 'Turn on automatic updates. What faces the internet gets critical fixes within days, and those that are known to be exploited first.',
      es: 'Active las actualizaciones automáticas. Lo que está expuesto a internet recibe las correcciones críticas en pocos días, y primero aquellas que se sabe que se explotan.',
    },
    doers: ['individual', 'sme', 'organisation'],
    sources: ['ENISA-CERT-EU-2022', 'NCSC-SBG', 'CISA-SOW', 'CE'],
    rsit: [
      'intrusion-attempts:ids-alert',
      'vulnerable:vulnerable-system',
      'intrusions:application-compromise',
    ],
    attack: ['T1190', 'T1203', 'T1068', 'T1195', 'T1210'],
  },
  {
    id: 'gp-04',
    title: {
      en: 'Keep three copies of your data, one of them offline, and test the restore',
      es: 'Guarde tres copias de sus datos, una de ellas sin conexión, y pruebe a restaurarlas',
    },
    how: {
      en: 'One copy is not reachable from the network. Restore a sample every three months.',
      es: 'A una de las copias no se llega desde la red. Restaure una muestra cada tres meses.',
    },
    doers: ['individual', 'sme', 'organisation'],
    sources: ['ENISA-CERT-EU-2022', 'NCSC-SBG', 'ENISA-12', 'GAL-PREV'],
    rsit: [
      'information-content-security:data-loss',
      'information-content-security:unauthorised-information-modification',
    ],
    attack: ['T1485', 'T1486', 'T1490', 'T1491', 'T1561'],
  },
  {
    id: 'gp-05',
    title: {
      en: 'Learn to recognise and report a suspicious message',
      es: 'Aprenda a reconocer y a comunicar un mensaje sospechoso',
    },
    how: {
      en: 'Do not click and do not pay under pressure. Ask the sender another way, forward the message to your country’s address for it, and tell your own IT.',
      es: 'No pulse ni pague bajo presión. Pregunte al remitente por otra vía, reenvíe el mensaje a la dirección que su país tiene para ello y avise a sus informáticos.',
    },
    doers: ['individual', 'sme', 'organisation'],
    sources: ['SAFEONWEB', 'CISA-SOW', 'NCSC-SBG'],
    rsit: [
      'fraud:phishing',
      'fraud:masquerade',
      'information-gathering:social-engineering',
      'abusive-content:spam',
    ],
    attack: ['T1566', 'T1204', 'T1598', 'T1657'],
  },
  {
    id: 'gp-06',
    title: { en: 'Ask for help early', es: 'Pida ayuda pronto' },
    how: {
      en: 'Know your country’s number for it before you need it. A crime is reported to the police.',
      es: 'Conozca el número de su país antes de necesitarlo. Los delitos se denuncian a la policía.',
    },
    doers: ['individual', 'sme'],
    sources: ['INCIBE-017', 'SAFEONWEB'],
    rsit: ['fraud:phishing', 'malicious-code:infected-system'],
    attack: [],
  },
  {
    id: 'gp-13',
    title: {
      en: 'Use malware protection on every device',
      es: 'Use protección contra programas maliciosos en todos los equipos',
    },
    how: {
      en: 'What is built in is enough for most people: keep it on and updated. On servers, let only approved programs run.',
      es: 'La que viene incluida basta a la mayoría: manténgala activa y actualizada. En los servidores, deje funcionar solo programas aprobados.',
    },
    doers: ['individual', 'sme', 'organisation'],
    sources: ['NCSC-SBG', 'CE'],
    rsit: ['malicious-code:infected-system', 'malicious-code:malware-distribution'],
    attack: ['T1566.001', 'T1059'],
  },
  {
    id: 'gp-17',
    title: {
      en: 'Encrypt laptops, phones and connections',
      es: 'Cifre los portátiles, los teléfonos y las conexiones',
    },
    how: {
      en: 'Turn on disk encryption, the screen lock and remote wipe. Use only encrypted protocols.',
      es: 'Active el cifrado del disco, el bloqueo de pantalla y el borrado a distancia. Use solo protocolos cifrados.',
    },
    doers: ['individual', 'sme', 'organisation'],
    sources: ['NCSC-SBG', 'NIS2-21'],
    rsit: ['information-gathering:sniffing', 'information-content-security:data-leak'],
    attack: ['T1040', 'T1557', 'T1530'],
  },
  {
    id: 'gp-19',
    title: { en: 'Know what you install and plug in', es: 'Sepa qué instala y qué conecta' },
    how: {
      en: 'Install only from official stores, plug in no unknown USB device, and check a supplier’s software before you use it.',
      es: 'Instale solo desde tiendas oficiales, no conecte dispositivos USB desconocidos y compruebe los programas de un proveedor antes de usarlos.',
    },
    doers: ['individual', 'sme', 'organisation'],
    sources: ['NCSC-SBG', 'ENISA-12'],
    rsit: ['malicious-code:malware-distribution'],
    attack: ['T1195', 'T1091', 'T1200'],
  },
  {
    id: 'gp-21',
    title: {
      en: 'Do not pay first: preserve, and report ransomware',
      es: 'No pague de entrada: conserve las pruebas y comunique el secuestro de datos',
    },
    how: {
      en: 'Isolate the device, keep memory and notes, call the CSIRT and the police, and look for a free decryptor before anything else.',
      es: 'Aísle el equipo, conserve la memoria y las notas, llame al CSIRT y a la policía, y busque antes que nada un descifrador gratuito.',
    },
    doers: ['individual', 'sme', 'organisation'],
    sources: ['NMR', 'CNW'],
    rsit: ['malicious-code:infected-system', 'information-content-security:data-loss'],
    attack: ['T1486'],
  },
] as const satisfies readonly Practice[]

import type { Practice } from '../practice.ts'

/** What only whoever runs systems for others can do. */
export const forEnterprises = [
  {
    id: 'gp-07',
    title: {
      en: 'Authenticate your mail domain and filter mail',
      es: 'Autentique su dominio de correo y filtre el correo',
    },
    how: {
      en: 'Publish SPF, DKIM and DMARC, with enforcement. Filter attachments and macros.',
      es: 'Publique SPF, DKIM y DMARC, con aplicación forzosa. Filtre los adjuntos y las macros.',
    },
    doers: ['sme', 'organisation'],
    sources: ['ENISA-CERT-EU-2022', 'GAL-PREV'],
    rsit: ['fraud:phishing', 'fraud:masquerade', 'abusive-content:spam'],
    attack: ['T1566', 'T1598'],
  },
  {
    id: 'gp-08',
    title: {
      en: 'Remove default and legacy sign-ins',
      es: 'Retire los accesos de fábrica y los heredados',
    },
    how: {
      en: 'Change the credentials of the factory. Turn off legacy authentication and services that nobody uses.',
      es: 'Cambie las credenciales de fábrica. Desactive la autenticación heredada y los servicios que nadie usa.',
    },
    doers: ['sme', 'organisation'],
    sources: ['ENISA-CERT-EU-2022', 'CE'],
    rsit: ['vulnerable:potentially-unwanted-accessible', 'intrusion-attempts:brute-force'],
    attack: ['T1133', 'T1021', 'T1091'],
  },
  {
    id: 'gp-09',
    title: {
      en: 'Give each person the least rights, and close old accounts',
      es: 'Dé a cada persona los mínimos derechos y cierre las cuentas antiguas',
    },
    how: {
      en: 'Administrators work under separate accounts. Look through the rights every three months, and close an account on the day somebody leaves.',
      es: 'Quien administra usa cuentas separadas. Revise los derechos cada tres meses y cierre la cuenta el mismo día en que alguien se va.',
    },
    doers: ['sme', 'organisation'],
    sources: ['CE', 'ENISA-CERT-EU-2022', 'ENISA-12'],
    rsit: ['intrusions:privileged-account-compromise'],
    attack: ['T1078', 'T1199'],
  },
  {
    id: 'gp-10',
    title: { en: 'Split the network', es: 'Divida la red' },
    how: {
      en: 'Keep office, guest, industrial and backup networks apart, and block traffic from workstation to workstation.',
      es: 'Mantenga separadas las redes de oficina, de invitados, industrial y de copias, y bloquee el tráfico entre puestos de trabajo.',
    },
    doers: ['organisation'],
    sources: ['ENISA-CERT-EU-2022', 'GAL-PREV'],
    rsit: ['malicious-code:infected-system', 'availability:sabotage'],
    attack: ['T1133', 'T1190', 'T1199', 'T1210', 'T1557'],
  },
  {
    id: 'gp-11',
    title: {
      en: 'Be ready for a denial of service',
      es: 'Prepárese para una denegación de servicio',
    },
    how: {
      en: 'Agree on protection with your provider, keep a static page to fall back on, and know whom to call.',
      es: 'Acuerde la protección con su proveedor, tenga una página estática de reserva y sepa a quién llamar.',
    },
    doers: ['sme', 'organisation'],
    sources: ['ENISA-CERT-EU-2022', 'CNW'],
    rsit: ['availability:ddos', 'availability:dos'],
    attack: ['T1498', 'T1499'],
  },
  {
    id: 'gp-12',
    title: {
      en: 'Limit what servers and browsers can reach on the internet',
      es: 'Limite adónde llegan los servidores y los navegadores en internet',
    },
    how: {
      en: 'Servers reach only what they need. For people, block sites that are known to be bad.',
      es: 'Los servidores llegan solo a lo que necesitan. Para las personas, bloquee los sitios que se sabe que son dañinos.',
    },
    doers: ['organisation', 'sme'],
    sources: ['ENISA-CERT-EU-2022', 'SAFEONWEB'],
    rsit: ['malicious-code:c2-server', 'malicious-code:malware-distribution'],
    attack: ['T1566', 'T1204', 'T1189'],
  },
  {
    id: 'gp-14',
    title: {
      en: 'Let only approved programs and macros run',
      es: 'Deje funcionar solo programas y macros aprobados',
    },
    how: {
      en: 'Block macros from the internet, script hosts and unknown programs.',
      es: 'Bloquee las macros que llegan de internet, los intérpretes de guiones y los programas desconocidos.',
    },
    doers: ['organisation'],
    sources: ['GAL-PREV', 'CE'],
    rsit: ['malicious-code:infected-system'],
    attack: ['T1204', 'T1059'],
  },
  {
    id: 'gp-15',
    title: { en: 'Control the access of suppliers', es: 'Controle el acceso de los proveedores' },
    how: {
      en: 'List them, agree on security and on notice of incidents in the contract, and give access that ends and is watched.',
      es: 'Haga una lista, acuerde por contrato la seguridad y el aviso de incidentes, y dé accesos que terminan y se vigilan.',
    },
    doers: ['sme', 'organisation'],
    sources: ['ENISA-CERT-EU-2022', 'NIS2-21'],
    rsit: ['intrusions:system-compromise'],
    attack: ['T1199'],
  },
  {
    id: 'gp-16',
    title: { en: 'Look for your own weak points', es: 'Busque sus propios puntos débiles' },
    how: {
      en: 'Scan what faces the internet at least once a month, and follow the feed of your CSIRT and the list of known exploited vulnerabilities.',
      es: 'Analice al menos una vez al mes lo que está expuesto a internet y siga el canal de su CSIRT y la lista de vulnerabilidades que se sabe que se explotan.',
    },
    doers: ['organisation', 'sme'],
    sources: ['NIS2-21', 'CNW'],
    rsit: [
      'vulnerable:vulnerable-system',
      'vulnerable:weak-crypto',
      'vulnerable:information-disclosure',
      'information-gathering:scanner',
    ],
    attack: ['T1190', 'T1195'],
  },
  {
    id: 'gp-18',
    title: {
      en: 'Lock accounts and slow down guessing',
      es: 'Bloquee las cuentas y frene a quien adivina contraseñas',
    },
    how: {
      en: 'Limit attempts, block common passwords, and raise an alarm at sign-ins from places nobody could have travelled between.',
      es: 'Limite los intentos, bloquee las contraseñas comunes y avise de los accesos desde lugares entre los que nadie ha podido viajar.',
    },
    doers: ['organisation'],
    sources: ['CE'],
    rsit: ['intrusion-attempts:brute-force'],
    attack: ['T1110', 'T1621'],
  },
  {
    id: 'gp-20',
    title: {
      en: 'Have an incident plan with names and phone numbers on paper',
      es: 'Tenga un plan de incidentes con nombres y teléfonos en papel',
    },
    how: {
      en: 'It says who decides and who calls the CSIRT, the police, suppliers and the press. Practise it once a year.',
      es: 'Dice quién decide y quién llama al CSIRT, a la policía, a los proveedores y a la prensa. Practíquelo una vez al año.',
    },
    doers: ['sme', 'organisation'],
    sources: ['ENISA-CERT-EU-2022', 'ENISA-12'],
    rsit: ['availability:outage', 'information-content-security:data-loss'],
    attack: [],
  },
  {
    id: 'gp-22',
    title: {
      en: 'Train administrators as well as users',
      es: 'Forme a quien administra, no solo a quien usa',
    },
    how: {
      en: 'A training of their own: hardening of cloud services, their own workstations, theft of credentials.',
      es: 'Una formación propia: refuerzo de los servicios en la nube, sus propios puestos de trabajo, robo de credenciales.',
    },
    doers: ['organisation'],
    sources: ['ENISA-CERT-EU-2022'],
    rsit: ['intrusions:privileged-account-compromise'],
    attack: ['T1078'],
  },
  {
    id: 'gp-23',
    title: { en: 'Harden cloud tenants', es: 'Refuerce sus servicios en la nube' },
    how: {
      en: 'Set a baseline, leave no storage public by default, keep the logs, and make access conditional.',
      es: 'Fije una configuración base, no deje almacenamiento público por defecto, conserve los registros y ponga condiciones al acceso.',
    },
    doers: ['sme', 'organisation'],
    sources: ['ENISA-CERT-EU-2022'],
    rsit: ['information-content-security:data-leak', 'vulnerable:information-disclosure'],
    attack: ['T1530'],
  },
  {
    id: 'gp-24',
    title: {
      en: 'Accept reports from finders',
      es: 'Acepte los avisos de quien encuentra un fallo',
    },
    how: {
      en: 'Publish a security.txt and a contact, threaten nobody who reports in good faith, and coordinate through the national CSIRT.',
      es: 'Publique un security.txt y un contacto, no amenace a quien avisa de buena fe y coordínese a través del CSIRT nacional.',
    },
    doers: ['organisation'],
    sources: ['NIS2-21'],
    rsit: ['vulnerable:vulnerable-system'],
    attack: [],
  },
] as const satisfies readonly Practice[]

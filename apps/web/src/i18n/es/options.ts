/** Modos de responder, y las guías de actuación de una medida. */
export const options = {
  'options.title': 'Opciones: modos de responder, y qué exige cada uno',
  'options.note':
    'Lo que exige cada una se pregunta como si esta medida fuera de su clase, sobre los hechos y el registro de esta medida, para esta nación. No se recomienda nada, y lo que figura puede ser ilícito aquí.',
  'options.kind': 'Clase',
  'options.kind.diplomatic': 'diplomática',
  'options.kind.technical': 'técnica',
  'options.kind.legal': 'jurídica',
  'options.kind.economic': 'económica',
  'options.technique': 'Técnica',
  'options.technique.form':
    'de ATT&CK, T0000 o T0000.000; solo las opciones importadas indican técnicas',
  'options.none': 'Ninguna.',
  'options.about': 'Competente: {competent}. Puede deshacerse: {undone}.',
  'options.state.met': 'Se cumple:',
  'options.state.not-met': 'No se cumple:',
  'options.state.disputed': 'Controvertido:',
  'options.state.unknown': 'Se desconoce:',
  'options.state.not-asked': 'No se plantea:',
  'options.from': '{id}, importada de {source}. {techniques}',
  'options.conflict':
    'La misma versión llegó con otro contenido; se conservan ambos, y este llegó primero.',
  'options.before': 'Antes de hacer nada: preparación, riesgos',
  'playbooks.title': 'Guías de actuación (playbooks)',
  'playbooks.note':
    'Guías CACAO 2.0 que la evidencia une a esta medida. Se muestran y se entregan; este programa no ejecuta ninguna.',
  'playbooks.none': 'No consta ninguna.',
  'playbooks.absent':
    'Sus bytes no están aquí: su custodio no los ha dado, o su marcado los retiene.',
  'playbooks.export': 'Guardar la guía',
  'playbooks.conforms':
    '{broken, plural, =0 {Conforme con CACAO 2.0.} one {No es conforme con CACAO 2.0: infringe # exigencia.} other {No es conforme con CACAO 2.0: infringe # exigencias.}}',
  'playbooks.conflict':
    'Aquí consta otro contenido con el mismo identificador y versión. El acto nombra este por su hash.',
  'playbooks.unsigned': 'Sin firmar.',
  'playbooks.signed.held': 'Firmada con la clave de {authority}, {name}.',
  'playbooks.signed.unknown':
    'Firmada como «{signee}» con una clave que ningún acto de claves de este caso dio: no prueba ningún nombre.',
  'playbooks.signed.refused': 'La firma como «{signee}» no prueba nada: {code}.',
  'playbooks.attach': 'Unir una guía a esta medida',
  'playbooks.attach.what':
    'Un acto de evidencia nombra la guía por su hash y la medida a la que se une. Dice qué podría hacerse; no contiene el consentimiento de nadie, y este programa no ejecuta ninguna.',
  'playbooks.attach.file': 'La guía (CACAO 2.0, JSON)',
  'playbooks.attach.hint': 'Nada consta hasta que usted firme.',
  'playbooks.attach.read': 'Que el nodo la lea',
  'playbooks.attach.missing': 'Elija una guía y haga que el nodo la lea.',
  'playbooks.attach.signs': 'Firmar antes la guía, con la clave de su autoridad que guarda el nodo',
  'playbooks.attach.anyway': 'También si no es conforme: lo que falla se muestra con ella',
  'playbooks.attach.filed': 'La guía consta en el registro de esta medida.',
  'playbooks.steps': 'Pasos de {name}, {act}',
  'playbooks.column.number': 'Número',
  'playbooks.column.step': 'Paso',
  'playbooks.column.commands': 'Qué dice que se haga',
  'playbooks.column.leads': 'Lleva a',
} as const

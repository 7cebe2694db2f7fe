/** Los activos de un operador y lo que los afecta. */
export const operator = {
  'nav.assets': 'Activos',
  'assets.title': 'Activos',
  'assets.lead':
    'Su inventario se compara aquí, en su propio nodo, con los indicadores que le llegan. Nada de él sale.',
  'assets.inventory':
    '{count, plural, =0 {Todavía sin inventario} one {Un activo} other {# activos}}',
  'assets.file': 'De {file}, tomado el {at}, SHA-256',
  'assets.table': 'Activos en el orden del fichero',
  'assets.touched': 'afectado',
  'assets.column.name': 'Nombre',
  'assets.column.kind': 'Clase',
  'assets.column.address': 'Direcciones',
  'assets.column.domain': 'Dominios',
  'assets.column.cpe': 'Productos (CPE)',
  'assets.column.hash': 'Resúmenes',
  'assets.column.url': 'URL',
  'assets.column.site': 'Lugar',
  'assets.take': 'Tomar un inventario',
  'assets.take.anew': 'Tomar de nuevo el inventario',
  'assets.take.hint':
    'Un fichero CSV con las columnas id y name, y cualquiera de kind, hash, address, domain, url, cpe, owner, site, note. Sustituye al anterior.',
  'assets.taken':
    '{name} se ha tomado: {assets, plural, one {un activo} other {# activos}}, {matches, plural, =0 {ninguna coincidencia} one {una coincidencia} other {# coincidencias}}.',
  'assets.not-kept':
    '{count, plural, one {La columna {columns} no se conserva.} other {Las columnas {columns} no se conservan.}}',
  'assets.refused': '{name} no se ha tomado; el inventario sigue como estaba.',
  'matches.title':
    '{count, plural, =0 {Ningún activo suyo está afectado} one {Un activo suyo está afectado} other {# activos suyos están afectados}}',
  'matches.report': 'Notificar un incidente',
  'matches.tested':
    '{tested, plural, one {Un indicador comprobado} other {# indicadores comprobados}}, {partly} en parte, {untested} sin comprobar, {revoked} revocados.',
  'matches.none':
    'Ningún indicador de los que hay aquí afecta a su inventario. Eso no prueba que no haya pasado nada.',
  'matches.yours': 'Suyo',
  'matches.indicator': 'Indicador compartido',
  'matches.certainty.matches': 'coincide',
  'matches.certainty.may-match': 'puede coincidir',
  'matches.relation.same': '{column}: el mismo valor',
  'matches.relation.inside': '{column}: está en la red nombrada',
  'matches.relation.around':
    '{column}: su red contiene la dirección nombrada; no se sabe qué equipo la tiene',
  'matches.relation.like': '{column}: encaja en la forma nombrada',
  'matches.relation.covers': '{column}: el producto nombrado incluye el suyo',
  'matches.relation.may-cover':
    '{column}: su entrada deja abierto lo que el indicador fija, como la versión',
  'matches.untested':
    '{count, plural, one {Un indicador no se comprobó} other {# indicadores no se comprobaron}} del todo',
  'matches.untested.part': 'Sin comprobar:',
  'matches.past': 'Su plazo terminó el',
  'matches.until': 'Válido hasta',
  'matches.known-good':
    '{count, plural, one {Se deja fuera una coincidencia} other {Se dejan fuera # coincidencias}}: aquello en que coinciden está en listas de advertencia',
  'matches.marked':
    '{count, plural, one {Una coincidencia tenida} other {# coincidencias tenidas}} por irrelevante',
  'matches.false': 'Se tiene por irrelevante:',
  'matches.mark': 'No significa nada',
  'matches.mark.do': 'Marcarlo así',
  'matches.because': 'Por qué no significa nada',
  'matches.take-back': 'Retirar la marca',
} as const

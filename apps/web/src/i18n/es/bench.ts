/** El banco: búsqueda, facetas, la tabla de objetos, uno al lado, y cómo entran y salen. */
export const bench = {
  'bench.title': 'Inteligencia',
  'bench.placeholder': 'type:indicator tlp:amber seen:>7d palabras',
  'bench.conditions': 'Condiciones de la búsqueda',
  'bench.condition.remove': '{text}: quitar esta condición',
  'bench.found':
    '{count, plural, one {<b>#</b> objeto} many {<b>#</b> objetos} other {<b>#</b> objetos}} que usted puede ver',
  'bench.found.capped': 'Más de <b>10.000</b> objetos; se muestran y cuentan los primeros',
  'bench.withheld':
    '{count, plural, one {# objeto de los que hay aquí es TLP:RED y no es para su función, pregunte lo que pregunte} many {# objetos de los que hay aquí son TLP:RED y no son para su función, pregunte lo que pregunte} other {# objetos de los que hay aquí son TLP:RED y no son para su función, pregunte lo que pregunte}}',
  'bench.kept':
    '{count, plural, one {# objeto que nombra un caso no está aquí, lo retiene su custodio:} many {# objetos que nombran los casos no están aquí, los retienen sus custodios:} other {# objetos que nombran los casos no están aquí, los retienen sus custodios:}} {why}',
  'bench.nothing': 'Nada de lo que hay aquí es «{q}»',
  'bench.nothing.how':
    'Todas las palabras y condiciones se cumplen a la vez; las condiciones de una misma clase son alternativas. Quite alguna o pegue un identificador STIX completo.',
  'bench.fault.at': 'Mire el carácter {at}:',
  'bench.fault.key':
    '«{got}:» no es una condición. Existen {keys} Para buscarlo como palabras, póngalo entre comillas.',
  'bench.fault.quote': 'Se abren unas comillas que no se cierran. Ciérrelas tras el valor.',
  'bench.fault.shorter': 'La búsqueda tiene {got} caracteres; se leen 1.000. Quite palabras.',
  'bench.fault.fewer': 'La búsqueda tiene {got} palabras y condiciones; se leen 50. Quite algunas.',
  'bench.fault.type': '«{got}» no es un tipo de STIX. Escriba, por ejemplo, type:indicator.',
  'bench.fault.tlp': '«{got}» no es una etiqueta TLP. Tras tlp: va una de {labels}.',
  'bench.fault.pap': '«{got}» no es una palabra de PAP. Tras pap: va una de {words}.',
  'bench.fault.is': '«{got}» no es un estado. Tras is: va uno de {states}.',
  'bench.fault.by':
    'Tras by: va el nombre o el identificador de una identidad, entre comillas si tiene espacios.',
  'bench.fault.from':
    'Tras from: van las dos letras de una parte o el nombre de un archivo, entre comillas si tiene espacios.',
  'bench.fault.seen':
    '«{got}» no es un momento. Escriba seen:>7d para los últimos siete días (h, d o w), o seen:<2026-11-01 para antes de ese día.',
  'bench.fault.modified':
    '«{got}» no es un momento. Escriba modified:>7d para los últimos siete días (h, d o w), o modified:<2026-11-01 para antes de ese día.',
  'bench.facets': 'Acotar',
  'bench.facet.type': 'Clase',
  'bench.facet.tlp': 'Marca',
  'bench.facet.pap': 'Se puede hacer',
  'bench.facet.from': 'Origen',
  'bench.facet.by': 'Autoría',
  'bench.facet.seen': 'Llegada',
  'bench.facet.is': 'Estado',
  'bench.facet.rest':
    '{values} más: {count, plural, one {# objeto} many {# objetos} other {# objetos}}',
  'bench.unlabelled': 'sin etiqueta',
  'bench.by.none': 'no lo dice',
  'bench.since':
    '{days, plural, one {últimas 24 horas} many {últimos # días} other {últimos # días}}',
  'bench.is.revoked': 'revocado',
  'bench.is.deprecated': 'obsoleto',
  'bench.is.conflict': 'en conflicto',
  'bench.column.select': 'Elegir',
  'bench.column.type': 'Clase',
  'bench.column.object': 'Objeto',
  'bench.column.marking': 'Marca',
  'bench.column.from': 'Origen',
  'bench.column.seen': 'Llegada',
  'bench.column.modified': 'Modificado',
  'bench.column.state': 'Estado',
  'bench.select': 'Elegir {name}',
  'bench.about': 'de {objects}',
  'bench.peek': 'El objeto de la fila',
  'bench.peek.open': 'Abrir su página',
  'bench.peek.close': 'Volver a la tabla',
  'bench.selected':
    '{count, plural, one {# objeto elegido} many {# objetos elegidos} other {# objetos elegidos}}',
  'bench.clear': 'Quitar la selección',
  'bench.export': 'Exportar…',
  'bench.export.title':
    '{count, plural, one {Exportar # objeto} many {Exportar # objetos} other {Exportar # objetos}}',
  'bench.export.to': 'Para',
  'bench.export.format': 'Como',
  'bench.export.format.stix': 'STIX 2.1, cada objeto como se recibió',
  'bench.export.format.misp': 'Eventos de MISP',
  'bench.export.format.csv': 'Una tabla (CSV)',
  'bench.export.format.suricata': 'Reglas de Suricata y listas de hashes (tar)',
  'bench.export.format.navigator': 'Una capa de ATT&CK Navigator',
  'bench.export.format.list': 'Una lista simple de valores',
  'bench.export.ceiling': 'Nada más estricto que',
  'bench.export.ceiling.none': 'lo que pueden tener',
  'bench.export.whole': 'Con todo aquello a lo que se refieren',
  'bench.export.known-good': 'Con valores que están en listas de advertencia',
  'bench.export.entries':
    '{count, plural, one {Una entrada en el archivo.} other {# entradas en el archivo.}}',
  'bench.export.leaves': '{leaving} de {of} pueden ir a ellos',
  'bench.import': 'Importar',
  'bench.import.title': 'Incorporar objetos',
  'bench.import.what':
    'Conjuntos STIX 2.1 o 2.0, sin comprimir o gzip, de hasta 512 MB sin comprimir; también MISP, CSAF, CVE, KEV, CycloneDX y CSV. Verá qué sería de cada objeto antes de incorporar nada.',
  'bench.import.drop': 'Suelte archivos aquí, o',
  'bench.import.choose': 'Elegir archivos',
  'bench.import.pasted': 'pegado',
  'bench.import.sending': '{name}: {percent} % enviado',
  'bench.import.reading': '{name}: el nodo lo lee y lo comprueba',
  'bench.import.dangling':
    '{count, plural, one {# identificador al que se refiere no está aquí} many {# identificadores a los que se refiere no están aquí} other {# identificadores a los que se refiere no están aquí}}',
  'bench.import.lifted':
    '{count, plural, one {# objeto llegó como STIX 2.0 y se pasó a 2.1.} many {# objetos llegaron como STIX 2.0 y se pasaron a 2.1.} other {# objetos llegaron como STIX 2.0 y se pasaron a 2.1.}}',
  'bench.import.set-aside':
    '{count, plural, one {# objeto apartado: no cumple STIX 2.1} many {# objetos apartados: no cumplen STIX 2.1} other {# objetos apartados: no cumplen STIX 2.1}}',
  'bench.import.set-aside.why':
    'No se incorporan; todos los demás, sí pueden. Pida a quien hizo el archivo que corrija estos puntos y tráigalo de nuevo: lo que ya está aquí no añade nada.',
  'bench.import.no-id': 'un objeto sin identificador',
  'bench.import.line': 'línea {line, number}',
  'bench.import.more': 'y {count} más',
  'bench.import.not-kept':
    'No se conserva, pues no pertenece a ningún objeto: {names} del propio conjunto.',
  'bench.import.refused': '{name}: rechazado',
  'bench.import.too-large':
    'Tiene {bytes, number} bytes; la página admite 512 MB. Incorpórelo con entente import en la máquina del nodo.',
  'bench.import.nothing': 'No se incorporó nada de él.',
  'export.not-in-it': 'Puede salir, y no está en el archivo tal cual',
  'export.left': '{count}: {because}',
  'export.lost':
    '{count, plural, one {Una propiedad no tiene lugar: {fields}} other {# propiedades no tienen lugar: {fields}}}',
  'export.guarded':
    '{count, plural, one {Una celda empieza} other {# celdas empiezan}} por un apóstrofo: una hoja de cálculo la tomaría por una fórmula',
  'export.encrypted':
    '{count, plural, one {Una regla es} other {# reglas son}} de https: un sensor solo lo ve donde antes se quita TLS',
  'export.because.revoked': 'revocado',
  'export.because.expired': 'ya no es válido',
  'export.because.not-yet': 'aún no es válido',
  'export.because.no-indicator': 'no es un indicador: lo que se vio no es lo que hay que buscar',
  'export.because.language': 'un patrón en otro lenguaje que el de STIX',
  'export.because.malformed': 'un patrón que no se puede leer',
  'export.because.observations': 'pide varias observaciones, un orden o un tiempo',
  'export.because.joined': 'vale solo donde valen varias propiedades',
  'export.because.comparison': 'compara de otro modo que por igualdad',
  'export.because.no-place': 'una propiedad para la que el formato no tiene lugar',
  'export.because.value': 'no es un valor de su clase',
  'export.because.too-long': 'más largo de lo que admite el formato',
  'export.because.known-good': 'está en una lista de advertencia',
  'export.because.too-wide-together':
    'sería, con las demás redes, una regla para más de un dieciseisavo de todas las direcciones',
  'export.because.too-wide': 'es una red más amplia de lo que puede ser una regla',
  'export.because.no-technique': 'no es una técnica de ATT&CK ni usa ninguna de las que salen',
  'export.because.retired': 'revocado u obsoleto en ATT&CK, y aquí no se sabe qué lo reemplazó',
} as const

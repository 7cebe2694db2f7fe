/** Quién puede ver un objeto, y de dónde vino. */
export const sharing = {
  'sharing.title': 'Quién lo verá',
  'sharing.case': 'Caso: {name}',
  'sharing.community': 'Comunidad: {name}',
  'sharing.public': 'El público',
  'sharing.own': 'Las herramientas propias de esta nación',
  'sharing.state.all': 'todos',
  'sharing.state.public': 'cualquiera',
  'sharing.state.some': '{some} de {of}, cada uno por sí mismo',
  'sharing.state.nobody': 'nadie',
  'sharing.each': '{count, plural, one {La única parte} other {Cada una de las # partes}}',
  'sharing.party.sees': '{name} puede verlo',
  'sharing.party.not': '{name} no puede verlo',
  'sharing.because.leaves': 'Su marca los alcanza.',
  'sharing.also': 'Y además: {why}',
  'sharing.because.marking.audience': 'Su marca no los alcanza.',
  'sharing.because.marking.unknown': 'Tiene una marca que nadie aquí ha leído y aceptado.',
  'sharing.because.marking.granular':
    'Algunos de sus campos llevan una marca más estricta; va entero o no va.',
  'sharing.because.marking.ceiling':
    'Su etiqueta es más estricta que lo acordado con alguno de ellos.',
  'sharing.because.marking.pap':
    'Lo que se puede hacer con él (PAP) no llega a bloquear: reglas y listas lo dejan fuera.',
  'sharing.because.object.recalled': 'Se retiró; nadie ha vuelto a permitirlo.',
  'sharing.because.audience.outside': 'No están en ese círculo.',
  'sharing.because.object.conflict':
    'Hay dos contenidos con una misma fecha: nadie sabría cuál vale.',
  'sharing.because.object.unknown': 'No está en este nodo.',
  'sharing.because.other': 'Se queda.',
  'sharing.fields': 'Lo retienen los campos',
  'sharing.not-proved':
    'Esto es lo que envía este nodo. No muestra qué hacen con ello quienes lo recibieron.',
  'sharing.export': 'Exportar como conjunto para ellos',
  'sharing.export.file': 'Guardar el archivo',
  'sharing.export.bytes': '{bytes, plural, one {# byte} other {# bytes}}, SHA-256',
  'sharing.export.same': 'Exportado: exactamente los bytes que se mostraron.',
  'sharing.export.other':
    'Lo que respondió el nodo no es lo que había mostrado. No se ha guardado nada; mire de nuevo.',
  'sharing.dangling':
    '{count, plural, one {Un objeto al que se refiere no está en el conjunto.} other {# objetos a los que se refiere no están en el conjunto.}}',
  'sharing.travelled': 'Vino de',
  'sharing.travelled.from': '{name}, su custodio, con el caso',
} as const

import type { Text } from '@entente/accord'

/**
 * What citizens are told, in our own words. It asserts nothing that the exercise does not; what is
 * published fact in it is sourced in `examples/quiet-modem`.
 */
export const advisoryEn: Text = {
  lang: 'en',
  title: 'Your satellite internet box stopped working? Do this first',
  clauses: [
    {
      id: '1',
      text: 'This is an exercise. On 24 February an attack made many boxes (modems) of one satellite network unusable. If yours shows no lights, or one red light that stays on, it may be one of them. Your computer and your phone are not affected.',
    },
    {
      id: 'do/1',
      text: 'Do not throw the box away, and do not reset it again. A reset cannot repair it, and experts can still learn from it.',
    },
    {
      id: 'do/2',
      text: 'Call your provider on the number that is printed on your bill, and ask for another box.',
    },
    {
      id: 'do/3',
      text: 'Nobody needs your password. A caller who asks for it, or for money, is a fraud. Hang up.',
    },
    {
      id: 'do/4',
      text: 'If you depend on the connection for care or an alarm, use your phone’s hotspot until the box is replaced, and tell your care service today.',
    },
    {
      id: 'why',
      text: 'Someone entered the network that controls the boxes and sent them a command that erased their memory. Nations say for themselves whom they hold responsible; this advisory does not depend on it.',
    },
  ],
}

export const advisoryEs: Text = {
  lang: 'es',
  title: '¿Ha dejado de funcionar su equipo de internet por satélite? Haga esto primero',
  clauses: [
    {
      id: '1',
      text: 'Esto es un ejercicio. El 24 de febrero un ataque dejó inservibles muchos equipos (módems) de una red de satélites. Si el suyo no enciende ninguna luz, o solo una roja que no se apaga, puede ser uno de ellos. Su ordenador y su teléfono no están afectados.',
    },
    {
      id: 'do/1',
      text: 'No tire el equipo ni vuelva a reiniciarlo. Reiniciarlo no puede repararlo, y los expertos aún pueden aprender de él.',
    },
    {
      id: 'do/2',
      text: 'Llame a su proveedor al número que figura en su factura y pida otro equipo.',
    },
    {
      id: 'do/3',
      text: 'Nadie necesita su contraseña. Quien llame para pedírsela, o para pedirle dinero, quiere engañarle. Cuelgue.',
    },
    {
      id: 'do/4',
      text: 'Si depende de la conexión para recibir cuidados o para una alarma, comparta la conexión de su teléfono hasta que le cambien el equipo, y avise hoy a su servicio de cuidados.',
    },
    {
      id: 'why',
      text: 'Alguien entró en la red que controla los equipos y les envió una orden que borró su memoria. Cada nación dice por sí misma a quién considera responsable; este aviso no depende de ello.',
    },
  ],
}

import { choice, yesNo } from './kinds.ts'

/** Who may act, and together with whom. */
export const standing = {
  obligation: choice(
    {
      en: 'To whom was the obligation owed that was breached?',
      es: '¿Con quién se tenía la obligación violada?',
    },
    {
      bilateral: { en: 'to single States', es: 'con Estados determinados' },
      'erga-omnes-partes': {
        en: 'to a group of States, for its collective interest',
        es: 'con un grupo de Estados, por su interés colectivo',
      },
      'erga-omnes': {
        en: 'to the international community as a whole',
        es: 'con la comunidad internacional en su conjunto',
      },
      peremptory: {
        en: 'to all, under a peremptory norm',
        es: 'con todos, en virtud de una norma imperativa',
      },
    },
  ),
  injury: choice(
    {
      en: 'How did the breach affect this nation’s own rights?',
      es: '¿Cómo afectó la violación a los derechos propios de esta nación?',
    },
    {
      'own-right': {
        en: 'the obligation was owed to it individually',
        es: 'la obligación se tenía con ella individualmente',
      },
      'specially-affected': {
        en: 'owed to many, and it is specially affected',
        es: 'se tenía con muchos, y resulta especialmente afectada',
      },
      'position-changed': {
        en: 'owed to many, and its breach radically changes the position of all of them',
        es: 'se tenía con muchos, y su violación cambia radicalmente la posición de todos ellos',
      },
      none: { en: 'not more than any other State', es: 'no más que a cualquier otro Estado' },
    },
  ),
  reparationFor: choice(
    {
      en: 'To whom does this nation ask that reparation be made?',
      es: '¿A quién pide esta nación que se repare?',
    },
    {
      itself: { en: 'to itself', es: 'a ella misma' },
      injured: {
        en: 'to the injured State, or to those whom the obligation protects',
        es: 'al Estado lesionado, o a quienes protege la obligación',
      },
    },
  ),
  memberOfGroup: yesNo({
    en: 'Does this nation belong to the group whose collective interest the obligation protects?',
    es: '¿Pertenece esta nación al grupo cuyo interés colectivo protege la obligación?',
  }),
  form: choice(
    {
      en: 'In which form would this nation act?',
      es: '¿En qué forma actuaría esta nación?',
    },
    {
      independent: { en: 'independently', es: 'de forma independiente' },
      coordinated: {
        en: 'independently but coordinated',
        es: 'de forma independiente pero coordinada',
      },
      joint: { en: 'jointly', es: 'conjuntamente' },
      assistance: { en: 'by assisting another', es: 'ayudando a otro' },
      'on-behalf': { en: 'on behalf of another', es: 'en nombre de otro' },
    },
  ),
  directedBy: choice(
    {
      en: 'Who decides on and directs this nation’s conduct in the measure?',
      es: '¿Quién decide y dirige el comportamiento de esta nación en la medida?',
    },
    {
      itself: { en: 'this nation alone', es: 'esta nación sola' },
      together: { en: 'several nations together', es: 'varias naciones juntas' },
      another: { en: 'another nation', es: 'otra nación' },
    },
  ),
  allEntitled: yesNo({
    en: 'Is every nation that takes part in the joint conduct itself entitled to it?',
    es: '¿Tiene derecho propio cada nación que participa en el comportamiento conjunto?',
  }),
  request: choice(
    {
      en: 'Has an injured State asked for it in writing?',
      es: '¿Lo ha pedido por escrito un Estado lesionado?',
    },
    {
      'covers-this': { en: 'yes, and it covers this measure', es: 'sí, y abarca esta medida' },
      'covers-less': { en: 'yes, but not this measure', es: 'sí, pero no esta medida' },
      none: { en: 'no', es: 'no' },
    },
  ),
  assistedMeasure: choice(
    {
      en: 'Does the measure that is assisted meet the conditions under the view of the State that takes it?',
      es: '¿Cumple la medida asistida las condiciones según la visión del Estado que la toma?',
    },
    {
      met: { en: 'yes', es: 'sí' },
      disputed: { en: 'it is disputed', es: 'se discute' },
      'not-met': { en: 'no', es: 'no' },
    },
  ),
  ownObligation: choice(
    {
      en: 'Does the assistance itself breach an obligation of this nation towards the responsible State?',
      es: '¿Infringe la propia ayuda una obligación de esta nación con el Estado responsable?',
    },
    {
      kept: { en: 'no', es: 'no' },
      breached: { en: 'yes', es: 'sí' },
    },
  ),
} as const

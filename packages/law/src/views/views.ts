import type { View } from '../view.ts'
import { at } from './at/view.ts'
import { au } from './au/view.ts'
import { be } from './be/view.ts'
import { br } from './br/view.ts'
import { ca } from './ca/view.ts'
import { ch } from './ch/view.ts'
import { cn } from './cn/view.ts'
import { co } from './co/view.ts'
import { cr } from './cr/view.ts'
import { cu } from './cu/view.ts'
import { cz } from './cz/view.ts'
import { de } from './de/view.ts'
import { dk } from './dk/view.ts'
import { ee } from './ee/view.ts'
import { es } from './es/view.ts'
import { eu } from './eu/view.ts'
import { fi } from './fi/view.ts'
import { fr } from './fr/view.ts'
import { gb } from './gb/view.ts'
import { ie } from './ie/view.ts'
import { il } from './il/view.ts'
import { ir } from './ir/view.ts'
import { it } from './it/view.ts'
import { jp } from './jp/view.ts'
import { ke } from './ke/view.ts'
import { kr } from './kr/view.ts'
import { kz } from './kz/view.ts'
import { nl } from './nl/view.ts'
import { no } from './no/view.ts'
import { nz } from './nz/view.ts'
import { pk } from './pk/view.ts'
import { pl } from './pl/view.ts'
import { ro } from './ro/view.ts'
import { ru } from './ru/view.ts'
import { se } from './se/view.ts'
import { sg } from './sg/view.ts'
import { th } from './th/view.ts'
import { us } from './us/view.ts'
import { xau } from './xau/view.ts'

/** Every published view, by the name of its holder. */
export const VIEWS: readonly View[] = [
  xau,
  au,
  at,
  be,
  br,
  ca,
  cn,
  co,
  cr,
  cu,
  cz,
  dk,
  ee,
  eu,
  fi,
  fr,
  de,
  ir,
  ie,
  il,
  it,
  jp,
  kz,
  ke,
  nl,
  nz,
  no,
  pk,
  pl,
  kr,
  ro,
  ru,
  sg,
  es,
  se,
  ch,
  th,
  gb,
  us,
]

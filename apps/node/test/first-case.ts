import { quietModem } from '../src/demo/coalition.ts'

/** The exercise's coalition with a case that is opened at once, for those who test what happens in one. */
export const withFirstCase = {
  ...quietModem,
  title: 'Wiper against satellite terminals, VESTA network',
}

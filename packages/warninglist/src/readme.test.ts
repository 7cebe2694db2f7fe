import { describe } from 'vitest'
import { itSaysTrue } from '../../../tools/readme.ts'

describe('the readme', () => itSaysTrue(new URL('..', import.meta.url)))

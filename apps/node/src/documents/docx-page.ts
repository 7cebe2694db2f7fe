import type { Document } from '@entente/law'
import {
  AlignmentType,
  Footer,
  Header,
  type INumberingOptions,
  type ISectionPropertiesOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { LABEL_SIZE, labelColour } from './label.ts'

/** Twips: twentieths of a point. */
const A4 = { width: 11906, height: 16838 } as const
const SIDE = 1240
/** Twips between the margins. */
export const TEXT_WIDTH = A4.width - 2 * SIDE
export const BULLET = 'bullets'
const QUIET = '555555'

export const page: ISectionPropertiesOptions = {
  page: {
    size: A4,
    margin: { top: 1560, bottom: 1440, left: SIDE, right: SIDE, header: 620, footer: 620 },
  },
}

const CENTRE = { type: TabStopType.CENTER, position: TEXT_WIDTH / 2 }
const RIGHT = { type: TabStopType.RIGHT, position: TEXT_WIDTH }

export const BULLETS: INumberingOptions = {
  config: [
    {
      reference: BULLET,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 260, hanging: 260 } } },
        },
      ],
    },
  ],
}

const heading = (outlineLevel: number, size: number, before: number, after: number) => ({
  run: { size, bold: true, color: '1A1A1A' },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true, outlineLevel },
})

const styles = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: 'Times New Roman', size: 21, color: '1A1A1A', language: { value: language } },
      paragraph: { spacing: { after: 100, line: 276, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(0, 40, 0, 160),
    heading2: heading(1, 29, 360, 120),
    heading3: heading(2, 23, 240, 100),
    heading4: heading(3, 20, 200, 60),
    caption: {
      run: { size: 17, bold: true, italics: false, color: '1A1A1A' },
      paragraph: { spacing: { before: 120, after: 60 }, keepNext: true },
    },
    hyperlink: { run: { color: '1F4E8C' } },
  },
  paragraphStyles: [
    {
      id: 'Warning',
      name: 'Warning',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: {
        indent: { left: 200 },
        border: { left: { style: 'single', size: 24, space: 8, color: '8A1C1C' } },
      },
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 17 },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    { id: 'CellHead', name: 'Cell of a head', basedOn: 'Cell', run: { bold: true } },
    {
      id: 'Running',
      name: 'Running line',
      basedOn: 'Normal',
      run: { size: 17, color: QUIET },
      paragraph: { spacing: { after: 0 } },
    },
  ],
})

/** Word processors name a language with its country (ISO/IEC 29500-1, 17.18.91). */
const LANGUAGES: Readonly<Record<Document['lang'], string>> = { en: 'en-GB', es: 'es-ES' }

/** What a word processor calls a language; one that this product does not speak keeps its own name. */
export const languageOf = (lang: string): string =>
  Object.entries(LANGUAGES).find(([one]) => one === lang)?.[1] ?? lang

export const STYLES: Readonly<Record<Document['lang'], IStylesOptions>> = {
  en: styles(LANGUAGES.en),
  es: styles(LANGUAGES.es),
}

/** Title and marking above; foot, page and marking below, the marking as TLP 2.0 (section 2) asks. */
export function running({ title, foot, marking }: Document) {
  const label =
    marking === undefined ? [] : [new TextRun({ children: [new Tab()] }), labelOf(marking)]
  const above = new Paragraph({
    style: 'Running',
    tabStops: [RIGHT],
    children: [new TextRun(clipped(title)), ...label],
  })
  const below = new Paragraph({
    style: 'Running',
    tabStops: [CENTRE, RIGHT],
    children: [
      new TextRun(foot),
      new TextRun({ children: [new Tab(), PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
      ...label,
    ],
  })
  return {
    headers: { default: new Header({ children: [above] }) },
    footers: { default: new Footer({ children: [below] }) },
  }
}

const clipped = (title: string): string => (title.length > 60 ? `${title.slice(0, 59)}…` : title)

const labelOf = (marking: string): TextRun =>
  new TextRun({
    text: ` ${marking} `,
    bold: true,
    size: 2 * LABEL_SIZE,
    color: labelColour(marking),
    shading: { type: ShadingType.CLEAR, fill: '000000', color: 'auto' },
  })

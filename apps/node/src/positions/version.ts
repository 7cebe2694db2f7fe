import { filedBy, type Text, type VersionState } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'

/** The version with this id at the final cut; undefined where the case has none such. */
export const findVersion = (file: CaseFile, id: string): VersionState | undefined =>
  file
    .state()
    .state.steps.flatMap(({ versions }) => versions)
    .find((version) => version.id === id)

/** The text of a version, from the act that filed it. */
export function textOf(file: CaseFile, version: VersionState): Text | undefined {
  return filed(file, version)?.text
}

/** Participants only: how many the document of a version names at the least, where it says so. */
export function leastNamed(file: CaseFile, version: VersionState): number | undefined {
  return filed(file, version)?.minimum
}

const filed = (file: CaseFile, { by, id: version }: VersionState) =>
  filedBy(file.logged(by).find(({ id }) => id === version)?.act)

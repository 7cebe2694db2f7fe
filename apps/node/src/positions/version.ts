import type { Text, VersionState } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'

/** The version with this id at the final cut; undefined where the case has none such. */
export const findVersion = (file: CaseFile, id: string): VersionState | undefined =>
  file
    .state()
    .state.steps.flatMap(({ versions }) => versions)
    .find((version) => version.id === id)

/** The text of a version, from the act that filed it. */
export function textOf(file: CaseFile, version: VersionState): Text | undefined {
  const act = file.logged(version.by).find(({ id }) => id === version.id)?.act
  return act && 'text' in act ? act.text : undefined
}

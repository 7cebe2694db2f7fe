import { FormattedMessage } from 'react-intl'
import { ActLink } from './act-link.tsx'
import { useCase } from './case-context.ts'
import { lostUnder } from './case-file.ts'

/** That an act rests on what was taken back, and on what. */
export function RestsOnLost({ id }: { id: string }) {
  const file = useCase()
  const acts = lostUnder(file, id).flatMap(({ of }) => file.actOf(of) ?? [])
  return (
    <FormattedMessage
      id="evidence-acts.rests"
      values={{ acts: acts.map((act) => <ActLink key={act.id} act={act} />) }}
    />
  )
}

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { statementPage } from './i18n/with-words.tsx'
import { root } from './root-route.ts'
import { readCaseSearch } from './search-params.ts'

const caseFile = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id',
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import('./pages/case/case.tsx'), 'CasePage'),
})

const voice = createRoute({
  getParentRoute: () => caseFile,
  path: 'voice',
  component: lazyRouteComponent(() => import('./pages/voice/voice.tsx'), 'VoiceDialog'),
})
const withdraw = createRoute({
  getParentRoute: () => caseFile,
  path: 'withdraw',
  component: lazyRouteComponent(() => import('./pages/voice/withdraw.tsx'), 'WithdrawDialog'),
})
const acknowledge = createRoute({
  getParentRoute: () => caseFile,
  path: 'acknowledge',
  component: lazyRouteComponent(() => import('./pages/voice/plain-act.tsx'), 'AcknowledgeDialog'),
})
const reaffirm = createRoute({
  getParentRoute: () => caseFile,
  path: 'reaffirm',
  component: lazyRouteComponent(() => import('./pages/voice/plain-act.tsx'), 'ReaffirmDialog'),
})
const extend = createRoute({
  getParentRoute: () => caseFile,
  path: 'extend',
  component: lazyRouteComponent(() => import('./pages/voice/extend.tsx'), 'ExtendDialog'),
})
const certificate = createRoute({
  getParentRoute: () => caseFile,
  path: 'certificate',
  component: lazyRouteComponent(() => import('./pages/voice/certificate.tsx'), 'CertificateDialog'),
})
const amend = createRoute({
  getParentRoute: () => caseFile,
  path: 'amend',
  component: lazyRouteComponent(() => import('./pages/version/amend.tsx'), 'AmendDialog'),
})
const propose = createRoute({
  getParentRoute: () => caseFile,
  path: 'propose',
  component: lazyRouteComponent(() => import('./pages/version/propose.tsx'), 'ProposeDialog'),
})
const attribute = createRoute({
  getParentRoute: () => caseFile,
  path: 'attribute',
  component: lazyRouteComponent(
    () => import('./pages/attribution/attribute.tsx'),
    'AttributeDialog',
  ),
})

const comment = createRoute({
  getParentRoute: () => caseFile,
  path: 'comment',
  component: lazyRouteComponent(() => import('./pages/exchange/comment.tsx'), 'CommentDialog'),
})

const evidenceWithdraw = createRoute({
  getParentRoute: () => caseFile,
  path: 'evidence-withdraw',
  component: lazyRouteComponent(
    () => import('./pages/exchange/evidence-withdraw.tsx'),
    'EvidenceWithdrawDialog',
  ),
})
const confirmRecall = createRoute({
  getParentRoute: () => caseFile,
  path: 'confirm-recall',
  component: lazyRouteComponent(
    () => import('./pages/exchange/confirm-recall.tsx'),
    'ConfirmRecallDialog',
  ),
})
const pointer = createRoute({
  getParentRoute: () => caseFile,
  path: 'pointer',
  component: lazyRouteComponent(() => import('./pages/exchange/pointer.tsx'), 'PointerDialog'),
})
const objective = createRoute({
  getParentRoute: () => caseFile,
  path: 'objective',
  component: lazyRouteComponent(() => import('./pages/exchange/objective.tsx'), 'ObjectiveDialog'),
})
const sighting = createRoute({
  getParentRoute: () => caseFile,
  path: 'sighting',
  component: lazyRouteComponent(() => import('./pages/told/sighting.tsx'), 'SightingDialog'),
})
const selfAssessment = createRoute({
  getParentRoute: () => caseFile,
  path: 'self-assessment',
  component: lazyRouteComponent(
    () => import('./pages/told/self-assessment.tsx'),
    'SelfAssessmentDialog',
  ),
})
const note = createRoute({
  getParentRoute: () => caseFile,
  path: 'note',
  component: lazyRouteComponent(() => import('./pages/exchange/note.tsx'), 'NoteDialog'),
})
const release = createRoute({
  getParentRoute: () => caseFile,
  path: 'release',
  component: lazyRouteComponent(() => import('./pages/exchange/release.tsx'), 'ReleaseDialog'),
})
const part = createRoute({
  getParentRoute: () => caseFile,
  path: 'part/$what',
  component: lazyRouteComponent(() => import('./pages/coalition/part.tsx'), 'PartDialog'),
})
const sound = createRoute({
  getParentRoute: () => caseFile,
  path: 'sound',
  component: lazyRouteComponent(() => import('./pages/exchange/sound.tsx'), 'SoundDialog'),
})
const leaning = createRoute({
  getParentRoute: () => caseFile,
  path: 'leaning',
  component: lazyRouteComponent(() => import('./pages/exchange/leaning.tsx'), 'LeaningDialog'),
})

const publish = createRoute({
  getParentRoute: () => caseFile,
  path: 'publish',
  component: statementPage(async () => (await import('./pages/voice/publish.tsx')).PublishDialog),
})

const recall = createRoute({
  getParentRoute: () => caseFile,
  path: 'recall',
  component: lazyRouteComponent(() => import('./pages/advisory/recall.tsx'), 'RecallDialog'),
})
const putCharter = createRoute({
  getParentRoute: () => caseFile,
  path: 'put-charter',
  component: lazyRouteComponent(
    () => import('./pages/coalition/put-charter.tsx'),
    'PutCharterDialog',
  ),
})
const charterAmend = createRoute({
  getParentRoute: () => caseFile,
  path: 'charter-amend',
  component: lazyRouteComponent(
    () => import('./pages/coalition/charter-amend.tsx'),
    'CharterAmendDialog',
  ),
})

/** The room of a case, and the dialogs over it. */
export const caseRoutes = caseFile.addChildren([
  voice,
  withdraw,
  acknowledge,
  reaffirm,
  extend,
  certificate,
  propose,
  amend,
  attribute,
  comment,
  publish,
  sound,
  leaning,
  evidenceWithdraw,
  confirmRecall,
  pointer,
  recall,
  note,
  release,
  part,
  putCharter,
  charterAmend,
  objective,
  sighting,
  selfAssessment,
])

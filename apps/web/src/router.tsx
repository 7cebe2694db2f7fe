import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { caseRoutes } from './case-routes.ts'
import { foundingPage, intelligencePage } from './i18n/with-words.tsx'
import { root } from './root-route.ts'
import { readChoice } from './api/publications.ts'
import { readBenchSearch, readLawSearch, readText, readViewsSearch } from './search-params.ts'
import { Broken, Opening } from './frame/states.tsx'

const desk = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/desk/desk.tsx'), 'DeskPage'),
})

const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  component: lazyRouteComponent(() => import('./pages/case/list.tsx'), 'CasesPage'),
})

/** Pages of a case beside its room. */
const advisory = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id/advisory',
  /** `draft`: one of this node that is written on. */
  validateSearch: readText('draft'),
  component: lazyRouteComponent(() => import('./pages/advisory/advisory.tsx'), 'AdvisoryPage'),
})

const keys = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id/keys',
  component: lazyRouteComponent(() => import('./pages/keys/keys.tsx'), 'KeysPage'),
})
const law = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id/law',
  validateSearch: readLawSearch,
  component: lazyRouteComponent(() => import('./pages/law/law.tsx'), 'LawPage'),
})
const memorandum = createRoute({
  getParentRoute: () => law,
  path: 'memorandum',
  component: lazyRouteComponent(() => import('./pages/law/memorandum.tsx'), 'MemorandumDialog'),
})
const sanctions = createRoute({
  getParentRoute: () => law,
  path: 'sanctions',
  component: lazyRouteComponent(() => import('./pages/sanctions/sanctions.tsx'), 'SanctionsDialog'),
})
const measures = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id/measures',
  validateSearch: readText('step'),
  component: lazyRouteComponent(() => import('./pages/measure/measures.tsx'), 'MeasuresPage'),
})
const measureAct = createRoute({
  getParentRoute: () => measures,
  path: '$act',
  component: lazyRouteComponent(() => import('./pages/measure/act-dialog.tsx'), 'MeasureActDialog'),
})
const divergence = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id/divergence',
  /** `table`: the same in words. */
  validateSearch: (search: Record<string, unknown>): { readonly as?: 'table' } =>
    search['as'] === 'table' ? { as: 'table' } : {},
  component: lazyRouteComponent(
    () => import('./pages/divergence/divergence.tsx'),
    'DivergencePage',
  ),
})
const lawIndex = createRoute({
  getParentRoute: () => root,
  path: '/law',
  component: lazyRouteComponent(() => import('./pages/law/law-index.tsx'), 'LawIndexPage'),
})
const publishedViews = createRoute({
  getParentRoute: () => root,
  path: '/law/views',
  validateSearch: readViewsSearch,
  component: lazyRouteComponent(() => import('./pages/views/views.tsx'), 'ViewsPage'),
})
const ownView = createRoute({
  getParentRoute: () => root,
  path: '/law/view',
  /** `change`: an earlier view, by its number. */
  validateSearch: (search: Record<string, unknown>): { readonly change?: number } => {
    const change = Number(search['change'])
    return Number.isSafeInteger(change) && change > 0 ? { change } : {}
  },
  component: lazyRouteComponent(() => import('./pages/views/own-view-page.tsx'), 'OwnViewPage'),
})
const milestones = createRoute({
  getParentRoute: () => root,
  path: '/milestones',
  component: lazyRouteComponent(
    () => import('./pages/milestones/milestones.tsx'),
    'MilestonesPage',
  ),
})

const reminders = createRoute({
  getParentRoute: () => root,
  path: '/reminders',
  component: lazyRouteComponent(() => import('./pages/reminders/reminders.tsx'), 'RemindersPage'),
})

const alarms = createRoute({
  getParentRoute: () => root,
  path: '/alarms',
  component: lazyRouteComponent(() => import('./pages/alarms/alarms.tsx'), 'AlarmsPage'),
})

const reservations = createRoute({
  getParentRoute: () => root,
  path: '/reservations',
  component: lazyRouteComponent(
    () => import('./pages/reservations/reservations.tsx'),
    'ReservationsPage',
  ),
})

const objects = createRoute({
  getParentRoute: () => root,
  path: '/objects',
  validateSearch: readBenchSearch,
  component: intelligencePage(async () => (await import('./pages/bench/bench.tsx')).BenchPage),
})
const object = createRoute({
  getParentRoute: () => root,
  path: '/objects/$id',
  component: intelligencePage(async () => (await import('./pages/evidence/object.tsx')).ObjectPage),
})
const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: intelligencePage(
    async () => (await import('./pages/imports/imports.tsx')).ImportsPage,
  ),
})
const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$number',
  component: intelligencePage(async () => (await import('./pages/imports/import.tsx')).ImportPage),
})
const hunting = createRoute({
  getParentRoute: () => root,
  path: '/hunt',
  validateSearch: readText('pattern'),
  component: intelligencePage(async () => (await import('./pages/hunt/hunt.tsx')).HuntPage),
})
const recalled = createRoute({
  getParentRoute: () => root,
  path: '/recalls',
  component: intelligencePage(
    async () => (await import('./pages/recalls/recalls.tsx')).RecallsPage,
  ),
})
const taxii = createRoute({
  getParentRoute: () => root,
  path: '/taxii',
  component: intelligencePage(async () => (await import('./pages/taxii/taxii.tsx')).TaxiiPage),
})
const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify',
  /** `case`: the id of a case whose bundle this node is asked for. */
  validateSearch: readText('case'),
  component: lazyRouteComponent(() => import('./pages/verify/verify.tsx'), 'VerifyPage'),
})

const assets = createRoute({
  getParentRoute: () => root,
  path: '/assets',
  component: lazyRouteComponent(() => import('./pages/operator/assets.tsx'), 'AssetsPage'),
})
const incidents = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  component: lazyRouteComponent(() => import('./pages/incidents/incidents.tsx'), 'IncidentsPage'),
})
const incident = createRoute({
  getParentRoute: () => root,
  path: '/incidents/$line/$incident',
  validateSearch: readText('regime'),
  component: lazyRouteComponent(() => import('./pages/incidents/incident.tsx'), 'IncidentPage'),
})
const report = createRoute({
  getParentRoute: () => root,
  path: '/incidents/drafts/$id',
  validateSearch: readText('question'),
  component: lazyRouteComponent(() => import('./pages/incidents/report.tsx'), 'ReportPage'),
})
const drafts = createRoute({
  getParentRoute: () => root,
  path: '/drafts',
  component: lazyRouteComponent(() => import('./pages/drafts/drafts.tsx'), 'DraftsPage'),
})
const draft = createRoute({
  getParentRoute: () => root,
  path: '/drafts/$id',
  component: lazyRouteComponent(() => import('./pages/drafts/draft.tsx'), 'DraftPage'),
})
const lexicon = createRoute({
  getParentRoute: () => root,
  path: '/lexicon',
  validateSearch: readText('q'),
  component: lazyRouteComponent(() => import('./pages/lexicon/lexicon.tsx'), 'LexiconPage'),
})

const coalition = createRoute({
  getParentRoute: () => root,
  path: '/coalition',
  component: foundingPage(
    async () => (await import('./pages/coalition/coalition.tsx')).CoalitionPage,
  ),
})

const ownKey = createRoute({
  getParentRoute: () => root,
  path: '/key',
  component: lazyRouteComponent(() => import('./pages/own-key/own-key.tsx'), 'OwnKeyPage'),
})

const STEPS = ['party', 'charter', 'join', 'coalition'] as const

/** The guided way to found a coalition or to join one, of a node that has joined nothing. */
const found = createRoute({
  getParentRoute: () => root,
  path: '/found',
  validateSearch: (search: Record<string, unknown>): { readonly step?: (typeof STEPS)[number] } => {
    const step = STEPS.find((one) => one === search['step'])
    return step ? { step } : {}
  },
  component: foundingPage(async () => (await import('./pages/found/found.tsx')).FoundPage),
})

/** For anyone: no account is asked for under these. */
const publications = createRoute({
  getParentRoute: () => root,
  path: '/public',
  validateSearch: readChoice,
  component: lazyRouteComponent(() => import('./pages/public/list.tsx'), 'PublicationsPage'),
})
const publication = createRoute({
  getParentRoute: () => root,
  path: '/public/$id',
  component: lazyRouteComponent(() => import('./pages/public/publication.tsx'), 'PublicationPage'),
})

const check = createRoute({
  getParentRoute: () => root,
  path: '/public/check',
  component: lazyRouteComponent(() => import('./pages/public/check.tsx'), 'CheckPage'),
})

/** Every address of the page. */
export const router = createRouter({
  routeTree: root.addChildren([
    desk,
    cases,
    caseRoutes,
    advisory,
    law.addChildren([memorandum, sanctions]),
    measures.addChildren([measureAct]),
    divergence,
    lawIndex,
    publishedViews,
    ownView,
    keys,
    milestones,
    reminders,
    alarms,
    reservations,
    objects,
    object,
    imports,
    oneImport,
    hunting,
    recalled,
    taxii,
    verify,
    assets,
    incidents,
    incident,
    report,
    drafts,
    draft,
    lexicon,
    coalition,
    ownKey,
    found,
    publications,
    publication,
    check,
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: Opening,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

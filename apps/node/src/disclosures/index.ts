export { newIdentity } from './age-file.ts'
export { createDisclosures, type Disclosures } from './disclosures.ts'
export { disclosureRoutes } from './routes.ts'
export { disclosureMigrations, disclosureStore } from './store.ts'

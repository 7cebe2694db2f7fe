export { playbookRoutes } from './playbook-routes.ts'
export { optionRoutes } from './routes.ts'
export { optionMigrations, optionStore } from './store.ts'

export { playbookRoutes } from './playbook-routes.ts'
export { optionRoutes } from './routes.ts'
export { optionStore } from './store.ts'

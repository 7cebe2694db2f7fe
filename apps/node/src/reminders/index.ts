export { calendarRoutes, reminderRoutes } from './routes.ts'
export { reminderMigrations, reminderStore } from './store.ts'

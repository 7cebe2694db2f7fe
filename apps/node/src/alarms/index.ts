export { openAlarms, type Alarms } from './alarms.ts'
export { watchRecords } from './on-record.ts'
export { alarmRoutes } from './routes.ts'
export { alarmMigrations, alarmStore } from './store.ts'

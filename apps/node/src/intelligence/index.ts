import { Hono } from 'hono'
export const intelligenceMigrations = []
export const intelligenceStore = (x: unknown) => x
export const intelligenceRoutes = (x: unknown) => new Hono()

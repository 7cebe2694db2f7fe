import { createRootRoute } from '@tanstack/react-router'
import { Frame } from './frame/frame.tsx'
import { Missing } from './frame/states.tsx'

/** The frame around every page. */
export const root = createRootRoute({ component: Frame, notFoundComponent: Missing })

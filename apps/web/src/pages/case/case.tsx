import { Outlet } from '@tanstack/react-router'

/** One case. */
export const CasePage = () => <Outlet />

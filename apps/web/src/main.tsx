// First of all: it names the order of the cascade's layers, and what comes before it would change that.
import './style/index.css'
import '@fontsource-variable/source-code-pro/wght.css'
import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { PreferencesProvider } from './frame/preferences.tsx'
import { applyTheme, storedTheme } from './frame/theme.ts'
import { ToastProvider } from './frame/toast.tsx'
import { loadCatalogue } from './i18n/index.ts'
import { storedLocale } from './i18n/locale.ts'
import { router } from './router.tsx'

applyTheme(storedTheme())
// Schemas are read, never compiled: the page's own policy forbids `eval`, and a probe would be reported.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const root = document.getElementById('root')
if (!root) throw new TypeError('expected an element with id root, got none')

// The node is next to the browser: what the system says of the internet does not matter.
const queries = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always' }, mutations: { networkMode: 'always' } },
})
const first = await loadCatalogue(storedLocale())

createRoot(root).render(
  <StrictMode>
    <PreferencesProvider first={first}>
      <QueryClientProvider client={queries}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </PreferencesProvider>
  </StrictMode>,
)

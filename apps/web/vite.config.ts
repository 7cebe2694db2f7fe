import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

/** Where `vite` serves the page while it is written; the node itself serves the built page. */
const node = process.env['ENTENTE_NODE'] ?? 'http://127.0.0.1:4101'

export default defineConfig({
  plugins: [react({ jsxImportSource: '#jsx' })],
  resolve: { conditions: ['entente-source', ...defaultClientConditions] },
  worker: { format: 'es' },
  build: {
    // Beside what the compiler leaves in dist: neither empties the other's folder.
    outDir: 'dist/page',
    target: 'es2024',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
  },
  server: { proxy: { '/api': node, '/enter': node } },
})

import react from '@vitejs/plugin-react'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vitest/config'

/** Where the API listens: what Aspire tells its resources, else the default of `dev.cs up`. */
const api =
  process.env.API_HTTP ??
  process.env.API_HTTPS ??
  process.env.services__api__http__0 ??
  process.env.services__api__https__0 ??
  'http://localhost:8080'

const port = Number(process.env.PORT) || 5173

export default defineConfig(async ({ mode }) => ({
  plugins: [react(), tailwindcss(), mode === 'fake' && (await import('./src/testing/fakeHost.ts')).fakeHost()],
  server: {
    port,
    strictPort: process.env.PORT !== undefined,
    proxy: mode === 'fake' ? {} : {
      '/api': { target: api, secure: false },
      '/client': { target: api, secure: false, ws: true },
    },
  },
  // What the API sends with the built client (Chat.Api/Setup/WebSetup.cs), so that a preview breaks where it would.
  preview: {
    port,
    headers: {
      'Content-Security-Policy':
        "default-src 'self'; connect-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    },
  },
  build: { outDir: 'dist', assetsInlineLimit: 0, sourcemap: true },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
  },
}))

/// <reference types="vitest/config" />
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = import.meta.dirname;
const at = (path: string) => resolve(here, path);
const pages = { client: 'index.html', dashboard: 'dashboard/index.html', console: 'console/index.html' };
const port = Number(process.env.PARLEY_WEB_PORT ?? '5173');
const server = `http://localhost:${process.env.PARLEY_PORT ?? '8080'}`;
const proxy = { '/api': { target: server, ws: true, changeOrigin: true, headers: { origin: server } } };

export default defineConfig({
  root: here,
  plugins: [react(), pageFallback()],
  resolve: {
    alias: {
      '@shared': at('shared'),
      '@client': at('client/src'),
      '@dashboard': at('dashboard/src'),
      '@console': at('console/src'),
    },
  },
  build: {
    outDir: at('dist'),
    emptyOutDir: true,
    target: 'es2023',
    manifest: 'assets/manifest.json',
    assetsInlineLimit: 0, // a strict content security policy allows no data: fonts or scripts
    rollupOptions: {
      input: Object.fromEntries(
        Object.entries(pages)
          .filter(([, page]) => existsSync(at(page)))
          .map(([name, page]) => [name, at(page)]),
      ),
    },
  },
  server: { port, proxy },
  preview: { port, proxy },
  test: { include: ['{client,dashboard,console,shared}/**/*.test.{ts,tsx}'], environment: 'node' },
});

/** In development every path below an app is that app's page, as the server does it. */
function pageFallback() {
  return {
    name: 'parley-page-fallback',
    configureServer(dev: {
      middlewares: {
        use(
          handler: (req: { url?: string; headers: Record<string, unknown> }, res: unknown, next: () => void) => void,
        ): void;
      };
    }) {
      dev.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '/').split('?')[0] ?? '/';
        const wantsPage = String(request.headers.accept ?? '').includes('text/html') && !path.startsWith('/api');
        if (wantsPage) {
          const app = path.startsWith('/dashboard') ? '/dashboard' : path.startsWith('/console') ? '/console' : '';
          request.url = `${app}/index.html`;
        }
        next();
      });
    },
  };
}

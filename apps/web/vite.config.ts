import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledCatalogs } from './build/compiled-catalogs.js';
import { europeOutline } from './build/europe-outline.js';

const server = process.env['GEMINA_URL'] ?? 'http://localhost:3000';
const toServer = { target: server, changeOrigin: false };

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), compiledCatalogs(), europeOutline()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // The policy allows no `data:` scripts or fonts: every asset is a file.
    assetsInlineLimit: 0,
    // lightning would rewrite light-dark() into inline toggles for browsers that we do not serve.
    reportCompressedSize: true,
  },
  server: {
    proxy: {
      '/graphql': { ...toServer, ws: true },
      '/files': toServer,
      '/calendar': toServer,
      '/outbox.json': toServer,
      '^/outbox/.*\\.json': toServer,
    },
  },
});

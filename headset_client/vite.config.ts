import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [preact({ prefreshEnabled: false })],
  worker: { format: 'es' },
  build: {
    // Read by the server as package data; infra/build_client.py keeps its digest beside it.
    outDir: '../server/static',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // The pages' content policy allows no data: addresses, so every asset is a file of its own.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: { index: 'index.html', console: 'console.html', help: 'help.html', replay: 'replay.html' } },
  },
  // Places are read from ../rooms/library.
  server: { fs: { allow: ['..'] } },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
});

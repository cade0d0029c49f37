import { defineConfig } from 'vite';

/** For looking only: `vite --config harness/vite.config.ts` serves the views, `vite build` puts them in build/look. Not in the product. */
export default defineConfig({
  root: 'harness',
  base: './',
  server: { fs: { allow: ['../..'] } },
  build: { outDir: '../../build/look', emptyOutDir: true, minify: false, target: 'es2022' },
});

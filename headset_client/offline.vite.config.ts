/** The page that plays a recording without a server: one file, with everything in it. Built after the others. */
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig({
  plugins: [preact({ prefreshEnabled: false }), oneFile()],
  build: {
    outDir: '../server/static',
    emptyOutDir: false,
    target: 'es2022',
    // Opened from a disk the page has nothing beside it, so every picture and typeface is in it.
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: 'offline.html', output: { codeSplitting: false } },
  },
  server: { fs: { allow: ['..'] } },
});

/** Puts the script and the style into the page. Whatever is left beside it fails the build. */
function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const page = Object.values(bundle).find(({ fileName }) => fileName.endsWith('.html'));
      if (page?.type !== 'asset') throw new Error('there is no page');
      let html = String(page.source);
      for (const file of Object.values(bundle)) {
        if (file === page) continue;
        const [tag, content] = file.type === 'chunk' ? scriptOf(file.fileName, file.code) : styleOf(file.fileName, String(file.source));
        if (!tag.test(html)) throw new Error(`${file.fileName} would stand beside the page`);
        html = html.replace(tag, '').replace('</body>', () => `${content}</body>`);
        delete bundle[file.fileName];
      }
      page.source = html;
    },
  };
}

/** Behind the session that is put in: a script without an address does not wait for the page. */
function scriptOf(name: string, code: string): [RegExp, string] {
  return [
    new RegExp(`<script[^>]*src="[^"]*${name}"[^>]*></script>`),
    `<script type="module">${code.replaceAll('</script', '<\\/script')}</script>`,
  ];
}

function styleOf(name: string, code: string): [RegExp, string] {
  return [new RegExp(`<link[^>]*href="[^"]*${name}"[^>]*>`), `<style>${code}</style>`];
}

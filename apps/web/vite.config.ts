import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defaultClientConditions, defineConfig } from 'vite';

const root = import.meta.dirname;

/** A folder with an index.html is a page: a new kind of screen needs no line here. */
function pages(): Record<string, string> {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found = folders.map(({ name }): [string, string] => [name, join(root, name, 'index.html')]);
  return Object.fromEntries(found.filter(([, file]) => existsSync(file)));
}

export default defineConfig({
  root,
  appType: 'mpa',
  plugins: [vue()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    // The content policy of the server forbids eval: messages are compiled to data, not to functions.
    __INTLIFY_JIT_COMPILATION__: 'true',
    __INTLIFY_DROP_MESSAGE_COMPILER__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
  },
  build: {
    // Screens run on cheap Android boards and old kiosks (look.md, Tokens).
    target: 'chrome79',
    cssTarget: 'chrome79',
    outDir: join(root, '../../dist/web'),
    emptyOutDir: true,
    // `data:` fonts and pictures would need a wider content policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: { input: pages() },
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:3000', '/socket.io': { target: 'http://127.0.0.1:3000', ws: true } },
  },
});

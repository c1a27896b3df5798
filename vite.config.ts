/**
 * How the browser edition is built: one page, no network. `base` is relative so that dist/ runs from any
 * folder; nothing is inlined as a data: address because the page's policy is `default-src 'self'`. Phaser stays out
 * of the entry because only src/ui/stage imports it and the page loads that folder with `import()`; the
 * architecture test watches over this.
 */
import { defineConfig, type Plugin } from "vite";

/** While developing, Vite puts styles into the page itself, which the policy of the built page forbids. */
const stylesWhileDeveloping: Plugin = {
  name: "styles-while-developing",
  apply: "serve",
  transformIndexHtml: (html) => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
};

export default defineConfig({
  base: "./",
  plugins: [stylesWhileDeveloping],
  // Whatever ships is imported by code or by index.html: it is hashed then, and nothing unused is copied.
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    sourcemap: false,
    // What the page is made of asks that its licence goes along; the page is passed on in the package.
    license: { fileName: "licenses.md" },
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // kB, not gzipped. Phaser is one chunk of about 1,400; anything larger than it deserves the warning.
    chunkSizeWarningLimit: 1600,
  },
  worker: { format: "es" },
  server: { host: "127.0.0.1" },
});

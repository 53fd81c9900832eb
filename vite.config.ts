import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'

declare module '@remix-run/node' {
  /** Types of loader data follow single fetch: dates stay dates. */
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig({
  plugins: [remix(remixOptions)],
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: ['node_modules'],
        quietDeps: true,
        // Bootstrap Italia is written in the older Sass dialect; its deprecations are not ours to mend.
        silenceDeprecations: ['import', 'global-builtin', 'color-functions'],
      },
    },
  },
  build: {
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    // `font-src 'self'` refuses fonts inlined as data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})

import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { defineConfig, type EnvironmentOptions } from 'vite'
import { exportFiles } from './build/exportFiles.mjs'
import { fileManifest } from './build/fileManifest.mjs'

// Four environments, one command (`vite build --app`): the page, the preload, and everything that runs in Node.
// All Node entries lie flat in out/main, so each finds the others beside itself: join(import.meta.dirname, 'guardProcess.js').

const path = (name: string) => resolve(import.meta.dirname, name)

/** What stays outside the bundles: the runtime's own modules and the one native dependency. */
const external = ['electron', 'better-sqlite3', ...builtinModules, /^node:/]

type OnLog = NonNullable<NonNullable<NonNullable<EnvironmentOptions['build']>['rolldownOptions']>['onLog']>

/**
 * Leaves out warnings that mean nothing here: 'use client' in libraries, and the eval by which position-strings would
 * find Node's random numbers, were it not always given a name of ours.
 */
const onLog: OnLog = (level, log, handle) => {
  const known =
    log.code === 'MODULE_LEVEL_DIRECTIVE' ||
    (log.code === 'EVAL' && /position-strings/.test(log.id ?? log.loc?.file ?? log.message))
  if (!known) handle(level, log)
}

function nodeSide(outDir: string, input: Record<string, string>, format: 'esm' | 'cjs'): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true },
    build: {
      outDir: path(outDir),
      emptyOutDir: true,
      copyPublicDir: false,
      emitAssets: false,
      target: 'node20.18',
      minify: false,
      license: { fileName: 'licenses.md' },
      rolldownOptions: {
        onLog,
        platform: 'node',
        input,
        external,
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          // flat, so that import.meta.dirname is out/main in every chunk
          chunkFileNames: 'chunk-[name]-[hash].js',
          // a sandboxed preload can load no second file
          ...(format === 'cjs' ? { codeSplitting: false } : {}),
        },
      },
    },
  }
}

export default defineConfig({
  root: path('renderer'),
  base: './',
  clearScreen: false,
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  plugins: [fileManifest(), exportFiles()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: path('out/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        // the content security policy takes fonts and scripts from files only
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        license: { fileName: 'licenses.md' },
        chunkSizeWarningLimit: 2000,
        rolldownOptions: {
          input: path('renderer/index.html'),
          onLog,
        },
      },
    },
    preload: nodeSide('out/preload', { index: path('electron/preload.ts') }, 'cjs'),
    main: nodeSide(
      'out/main',
      {
        index: path('electron/main.ts'),
        serve: path('electron/serve.ts'),
        cli: path('electron/cli.ts'),
        guardProcess: path('electron/host/guardProcess.ts'),
        publishWorker: path('electron/host/publishWorker.ts'),
        exportWorker: path('electron/host/export/exportWorker.ts'),
      },
      'esm',
    ),
  },
})

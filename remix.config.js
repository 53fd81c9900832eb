/**
 * The options of the Remix plugin. Every flag of the next major version is on, so that a later move to React
 * Router is mechanical; but lazy route discovery, whose endpoint would tell anybody the whole route table.
 * @satisfies {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  ssr: true,
  // `routes.ts` is the one table of addresses; nothing is a route because of its file name.
  ignoredRouteFiles: ['**/*'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: false,
  },
}

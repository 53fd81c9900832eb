/** Pure tests sit beside their file and may use tests/support. */
const TESTS = '\\.test\\.tsx?$'

/**
 * The arrows of the architecture. Each is an error with a name; `tests/contract/arrows.test.ts` plants every forbidden
 * import and expects that name.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-cycles-between-features',
      comment:
        'Features of the domain form a hierarchy: what two need moves up to shared/, or travels as an event.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^app/domain/[^/]+$' },
      to: { path: '^app/domain/[^/]+$', circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that cannot be followed would hide an arrow.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'app-not-to-processes',
      comment: 'The application knows neither who runs it, nor its mails, nor its tests.',
      severity: 'error',
      from: { path: '^app/', pathNot: TESTS },
      to: { path: '^(workers|emails|tests|scripts|bench)/|^server\\.ts$' },
    },
    {
      name: 'interface-not-to-database',
      comment: 'Routes, web and ui reach rows through a query or a command of the domain.',
      severity: 'error',
      from: { path: '^app/(routes/|web/|ui/|root\\.|entry\\.)' },
      to: { path: '^db/|^node_modules/(drizzle-orm|postgres|pg)/' },
    },
    {
      name: 'route-not-to-route',
      comment: 'What two routes need belongs to ui, web or the domain.',
      severity: 'error',
      from: { path: '^app/routes/([^/]+/[^/]+)/' },
      to: { path: '^app/routes/', pathNot: '^app/routes/$1/' },
    },
    {
      name: 'nobody-to-routes',
      comment: 'A route is called by an address, never by an import.',
      severity: 'error',
      from: { pathNot: '^app/routes/' },
      to: { path: '^app/routes/' },
    },
    {
      name: 'ui-is-plain',
      comment: 'Components render in the browser too: nothing of the server, no adapter.',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: { path: '\\.server\\.tsx?$|^app/platform/' },
    },
    {
      name: 'domain-not-upwards',
      comment: 'The business does not know the web.',
      severity: 'error',
      from: { path: '^app/domain/' },
      to: { path: '^app/(routes/|web/|ui/|root\\.|entry\\.)' },
    },
    {
      name: 'domain-without-frameworks',
      comment:
        'No Remix, React, BullMQ, search client or nodemailer in the business: the web and the worker share it.',
      severity: 'error',
      from: { path: '^app/domain/' },
      to: {
        path: '^node_modules/(@remix-run|react|react-dom|bullmq|ioredis|meilisearch|nodemailer|express)/',
      },
    },
    {
      name: 'domain-to-schema-only',
      comment: 'Of the database the domain knows the tables; the connection belongs to withActor alone.',
      severity: 'error',
      from: { path: '^app/domain/', pathNot: '^app/domain/shared/with-actor\\.server\\.ts$' },
      to: { path: '^db/', pathNot: '^db/schema/' },
    },
    {
      name: 'row-security-opened-by-few',
      comment: 'Only the features that keep rows hidden from everybody act as one of our own processes.',
      severity: 'error',
      from: {
        pathNot:
          '^app/domain/(accounts|cards|glass|handover|mails|merges|network|outbox|stages|trust|visits)/',
      },
      to: { path: '^app/domain/shared/as-ourselves\\.server\\.ts$' },
    },
    {
      name: 'company-side-by-stages-only',
      comment:
        'What leaves toward a company comes out of a stage of disclosure: its pages, the public ones, mails, files and calendars know nothing else about persons.',
      severity: 'error',
      from: {
        path: '^app/(routes/(company|public|api)|ui/(company|openings|stages)|domain/(calendar-feed|mails|messages))/|^workers/mail/',
      },
      to: {
        path: '^app/domain/(candidates|cards|consent|erasure|match-engine|match-reviews|person-copy|proposals|retention|stages|visits)/|^db/schema/(candidates|erasures|match-reviews|matching|standing|visits)\\.ts$',
        pathNot:
          '^app/domain/proposals/(answer-card|answer-card.schema|card-link|link-actor|not-now-reasons|read-card|stage-link)[.]|^app/domain/stages/(link-holder|next-of-card|open-contract|read-meeting)[.]',
      },
    },
    {
      name: 'pure-domain-is-pure',
      comment: 'A domain file without .server in its name runs in the browser and in a unit test.',
      severity: 'error',
      from: { path: '^app/domain/', pathNot: `\\.server\\.ts$|${TESTS}` },
      to: { path: '\\.server\\.tsx?$|^db/|^app/platform/' },
    },
    {
      name: 'pure-domain-without-node',
      comment: 'A domain file without .server in its name runs in the browser: no built-in module of Node.',
      severity: 'error',
      from: { path: '^app/domain/', pathNot: `\\.server\\.ts$|${TESTS}` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'platform-without-business',
      comment: 'Adapters know no feature; shared/ has their vocabulary.',
      severity: 'error',
      from: { path: '^app/platform/' },
      to: { path: '^app/', pathNot: '^app/(platform|domain/shared)/' },
    },
    {
      name: 'workers-not-to-interface',
      comment:
        'Workers use the domain, the mails and the adapters; for the database they go through the domain. A restored backup is brought to the newest schema.',
      severity: 'error',
      from: { path: '^workers/' },
      to: {
        path: '^(app|db|tests|scripts)/',
        pathNot: '^app/(domain|platform|locales)/|^db/(client|migrate)\\.ts$',
      },
    },
    {
      name: 'emails-alone',
      comment: 'A mail is a function of its props.',
      severity: 'error',
      from: { path: '^emails/', pathNot: TESTS },
      to: { path: '^(app|db|workers|tests|scripts)/' },
    },
    {
      name: 'database-alone',
      comment:
        'Below the database there is nothing of ours, but for the names of ids and roles, which have no code.',
      severity: 'error',
      from: { path: '^db/', pathNot: '^db/seed/' },
      to: { path: '^(app|workers|emails|tests|scripts)/', pathNot: '^app/domain/shared/(ids|actor)\\.ts$' },
    },
    {
      name: 'seed-through-the-domain',
      comment:
        'The one exception: demo data is made by the commands themselves, so that it obeys every rule.',
      severity: 'error',
      from: { path: '^db/seed/' },
      to: { path: '^(app|workers|emails|tests|scripts)/', pathNot: '^app/(domain|platform)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^app/locales/generated/|\\.scss' },
    // Types count: what knows another's types knows the other.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      // `#app/…` comes from the "imports" of package.json, which the resolver reads by itself.
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}

import js from '@eslint/js'
import drizzle from 'eslint-plugin-drizzle'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'A name that is searched for must be the name that is imported: export by name.',
}
const noInlineStyle = {
  selector: 'JSXAttribute[name.name="style"]',
  message: "The policy `style-src 'self'` refuses inline styles: use a class.",
}
const noRawHtml = {
  selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  message: 'No text of ours or of anybody else is HTML.',
}
const noRawSql = [
  {
    selector: 'MemberExpression[object.name="sql"][property.name="raw"]',
    message: 'sql.raw puts text into a statement: use a parameter.',
  },
  {
    selector: 'CallExpression[callee.type="MemberExpression"][callee.property.name="unsafe"]',
    message: '.unsafe() puts text into a statement: use a parameter.',
  },
]

const routeModules = ['app/routes/**/route.{ts,tsx}', 'app/root.tsx', 'app/entry.*.tsx', 'app/routes.ts']
const configFiles = ['*.config.{js,ts}', 'tests/support/global-setup.ts']

export default tseslint.config(
  {
    ignores: ['build/', '.data/', '.cache/', 'app/locales/generated/', 'db/migrations/', '**/*.d.ts'],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.cjs', '.*.cjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Interfaces that ask for a promise are also met by what has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': ['error', noDefaultExport, noInlineStyle, noRawHtml],
      eqeqeq: 'error',
      // It takes `reject(error as Error)` for superfluous where another rule asks for just that.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // Where a pattern of ours names a control character, it is there to find one.
      'no-control-regex': 'off',
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noInlineStyle, noRawHtml, ...noRawSql] },
  },
  {
    files: routeModules,
    rules: { 'no-restricted-syntax': ['error', noInlineStyle, noRawHtml, ...noRawSql] },
  },
  { files: configFiles, rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['app/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // A delete or an update without `where` is a table lost. Only objects so named are the database: maps delete too.
    files: ['app/**/*.ts', 'db/**/*.ts', 'workers/**/*.ts'],
    plugins: { drizzle },
    rules: {
      'drizzle/enforce-delete-with-where': ['error', { drizzleObjectName: ['tx', 'db'] }],
      'drizzle/enforce-update-with-where': ['error', { drizzleObjectName: ['tx', 'db'] }],
    },
  },
  { files: ['app/**', 'db/**', 'workers/**', 'server.ts'], rules: { 'no-console': 'error' } },
  {
    // Plain JavaScript has no types to check, and knows Node's globals.
    files: ['**/*.{js,cjs,mjs}'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['console', 'process', 'URL', 'Buffer', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']
          .concat([
            'fetch',
            'AbortSignal',
            'AbortController',
            'performance',
            'module',
            'require',
            'setImmediate',
          ])
          .map((name) => [name, 'readonly']),
      ),
    },
  },
)

import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const SOURCES = [
  'shared/**/*.ts',
  'server/**/*.ts',
  'simulator/**/*.ts',
  'desk/**/*.{ts,tsx}',
  'miniapp/src/**/*.{ts,tsx}',
  'tests/**/*.ts',
  'prisma/seeds/**/*.ts',
  'tools/**/*.ts',
];
const TESTS = ['**/*.test.{ts,tsx}', 'tests/**/*.ts', 'server/src/testing/**/*.ts'];
const STORES = ['server/src/**/*.store.ts', 'server/src/platform/database/**/*.ts'];

const banned = (selector, message) => ({ selector, message });

/** Time is an argument: a rule or a use-case that reads the machine's clock cannot be tested on 29 February. */
const OWN_CLOCK = [
  banned('NewExpression[callee.name="Date"][arguments.length=0]', 'Time is an argument: ask Clock, or take a date.'),
  banned('CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'Time is an argument: ask Clock, or take a date.'),
  banned('CallExpression[callee.name="dayjs"][arguments.length=0]', 'Time is an argument: ask Clock, or take a date.'),
];
const RAW_SQL = [banned('MemberExpression[property.name=/^\\$(query|execute)Raw(Unsafe)?$/]', 'Raw SQL stands in a *.store.ts.')];
const OLD_WAYS = [
  banned('TSEnumDeclaration', 'Use a union of strings, or an object `as const`.'),
  banned('TSParameterProperty', 'Write the field and the assignment.'),
  banned('TSModuleDeclaration[kind="namespace"]', 'Use a module.'),
];
const restricted = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] });

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/*.d.mts',
      '.data/',
      '.tmp/',
      '**/.tmp/',
      'artifacts/',
      'server/src/generated/',
      'docs/',
      'prisma/migrations/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  // Tools and configuration: plain modules for Node.
  {
    files: ['**/*.{mjs,cjs,js}', '*.config.ts'],
    extends: [js.configs.recommended],
    languageOptions: {
      parser: tseslint.parser,
      globals: Object.fromEntries(Object.getOwnPropertyNames(globalThis).map(name => [name, 'readonly'])),
    },
    rules: { eqeqeq: ['error', 'always', { null: 'ignore' }], 'no-var': 'error', 'prefer-const': 'error', 'object-shorthand': 'error' },
  },
  {
    // Parts of them run inside the page that they look at.
    files: ['tests/screens/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['document', 'history', 'localStorage', 'dispatchEvent', 'getComputedStyle', 'Node', 'PopStateEvent'].map(name => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  { files: ['desk/public/*.js'], languageOptions: { globals: { document: 'readonly' } } },
  {
    files: ['**/*.cjs', 'miniapp/**/*.js'],
    languageOptions: {
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly', wx: 'readonly', Component: 'readonly', Page: 'readonly' },
    },
  },

  // The product
  {
    files: SOURCES,
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-control-regex': 'off', // what people type is checked for control characters on purpose
      ...restricted(OLD_WAYS, RAW_SQL),
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }], // counts code points
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['shared/src/**/*.ts', 'server/src/*/**/*.ts'],
    ignores: ['server/src/platform/**', ...TESTS],
    rules: restricted(OLD_WAYS, RAW_SQL, OWN_CLOCK),
  },
  { files: STORES, rules: restricted(OLD_WAYS, OWN_CLOCK) },
  {
    files: ['desk/**/*.{ts,tsx}', 'miniapp/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: TESTS,
    rules: {
      ...restricted(OLD_WAYS),
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);

import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';
import vueParser from 'vue-eslint-parser';

/** A parameter without a schema passes unchecked (house.md, rule 7). */
const unchecked = {
  selector:
    'Decorator > CallExpression[callee.name=/^(Body|Query|Param|MessageBody)$/]:not(:has(Property[key.name="schema"]))',
  message: 'Name the zod schema: @Body({ schema }).',
};
/** Rules are pure: time comes in as `at` (house.md, rule 3). */
const clocks = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time comes in as `at`, or from the Clock.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Time comes in as `at`, or from the Clock.',
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'prisma/client/', 'node_modules/', 'apps/web/public/'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } },
    rules: {
      // prettier lays the templates out
      'vue/html-indent': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/attributes-order': 'off',
      'vue/first-attribute-linebreak': 'off',
      // a page has one root of its name: Kiosk, Board, Pad
      'vue/multi-word-component-names': 'off',
    },
  },
  {
    files: ['**/*.ts', '**/*.vue'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      'max-lines': ['error', 300],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', unchecked],
    },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts', 'devices/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }] },
  },
  {
    // a composable holds a page's state in one closure
    files: ['apps/web/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['libs/**/*.ts', 'apps/server/src/**/*.ts'],
    ignores: ['**/*.spec.ts', 'apps/server/src/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', unchecked, ...clocks] },
  },
);

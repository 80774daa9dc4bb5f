import { readdirSync } from 'node:fs';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const apps = ['client', 'dashboard', 'console'];

/** Features do not import each other, apps do not import each other, and shared imports no app. */
const walls = apps.flatMap((app) => {
  const otherApps = apps.filter((other) => other !== app).flatMap((other) => [`@${other}/*`, `**/${other}/src/**`]);
  let features = [];
  try {
    features = readdirSync(new URL(`./${app}/src/features`, import.meta.url));
  } catch {
    // an app without features yet
  }
  return [
    {
      files: [`${app}/src/app/**/*.{ts,tsx}`, `${app}/src/*.{ts,tsx}`],
      rules: {
        'no-restricted-imports': [
          'error',
          { patterns: [{ group: otherApps, message: 'Apps do not import each other.' }] },
        ],
      },
    },
    ...features.map((feature) => ({
      files: [`${app}/src/features/${feature}/**/*.{ts,tsx}`],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              { group: otherApps, message: 'Apps do not import each other.' },
              {
                group: [
                  `@${app}/features/*`,
                  `!@${app}/features/${feature}`,
                  ...features.filter((other) => other !== feature).map((other) => `../**/${other}/**`),
                ],
                message: 'Features do not import each other; app/ composes them.',
              },
              { group: [`@${app}/app/*`], message: 'app/ composes features, not the other way round.' },
            ],
          },
        ],
      },
    })),
  ];
});

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'public', 'shared/protocol/*generated.ts'] },
  ...tseslint.configs.recommended,
  {
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { rules: { '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }] } },
  ...walls,
  {
    files: ['shared/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: apps.flatMap((app) => [`@${app}/*`, `**/${app}/src/**`]), message: 'shared/ knows no app.' },
          ],
        },
      ],
    },
  },
);

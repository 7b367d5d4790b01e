/** The floors of the house: an import goes down, never up and never sideways. Read top floor first. */
const floors = [
  ['apps'],
  ['notifications', 'mailing-lists', 'search'],
  ['twinning', 'meetings', 'hub', 'commitments'],
  ['discussions'],
  ['cities'],
  ['people'],
  ['platform'],
];

const place = (lib) => (lib === 'apps' ? '^apps/' : `^libs/${lib}/`);
const forbidden = [];
floors.forEach((floor, height) => {
  for (const lib of floor) {
    const above = floors.slice(0, height).flat();
    const beside = floor.filter((other) => other !== lib);
    for (const [why, others] of [
      ['up', above],
      ['sideways', beside],
    ]) {
      if (others.length === 0) continue;
      forbidden.push({
        name: `no-import-${why}-from-${lib}`,
        severity: 'error',
        from: { path: place(lib) },
        to: { path: others.map(place) },
      });
    }
  }
});

module.exports = {
  forbidden: [
    ...forbidden,
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(libs|apps)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'a-lib-is-entered-by-its-index',
      comment:
        'A lib is src/index.ts, and testing/index.ts for tests and demo data; platform has one index for each of its folders, and the matching of rounds, which needs no Nest, has its own.',
      severity: 'error',
      from: { path: '^(?:libs/([^/]+)|apps|test)/' },
      to: {
        path: '^libs/',
        pathNot: [
          '^libs/$1/',
          '^libs/[^/]+/(src|testing)/index\\.ts$',
          '^libs/platform/src/[^/]+/index\\.ts$',
          '^libs/twinning/src/rounds/matching/index\\.ts$',
        ],
      },
    },
    {
      name: 'web-imports-no-lib',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps/(server|cli))/' },
    },
    {
      name: 'server-imports-no-other-app',
      severity: 'error',
      from: { path: '^apps/server/' },
      to: { path: '^apps/(cli|web)/' },
    },
    {
      name: 'libs-do-not-import-tests',
      severity: 'error',
      from: { path: '^libs/[^/]+/(src|migrations)/', pathNot: ['\\.spec\\.ts$', '^libs/platform/src/testing/'] },
      to: { path: ['^libs/[^/]+/testing/', '^libs/platform/src/testing/'] },
    },
    { name: 'nothing-imports-test', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    {
      name: 'every-import-resolves',
      comment:
        'An import that cannot be followed would slip past every other rule. The web app has virtual modules; vite resolves its own.',
      severity: 'error',
      from: { path: '^(libs|apps/(server|cli)|test)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};

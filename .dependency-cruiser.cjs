/** Who may import whom (README, "The map"). `severity: error` everywhere: a broken rule ends the check. */
const feature =
  '(queueing|appointments|evaluation|screens|fleet|disclosure|halls|people|reports|visitors|enquiries|collections|publication)';
const generated = '^prisma/client';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'libs-are-pure',
      comment: 'libs import each other and nothing else; contracts also zod',
      severity: 'error',
      from: { path: '^libs/', pathNot: '^libs/contracts/|\\.spec\\.ts$' },
      to: { pathNot: '^libs/' },
    },
    {
      name: 'rules-know-no-wire',
      severity: 'error',
      from: { path: '^libs/', pathNot: '^libs/contracts/|\\.spec\\.ts$' },
      to: { path: '^libs/contracts/' },
    },
    {
      name: 'contracts-only-zod',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/|node_modules/zod/' },
    },
    {
      name: 'devices-stand-alone',
      severity: 'error',
      from: { path: '^devices/' },
      to: { path: '^(apps|prisma|test)/' },
    },
    {
      name: 'device-families-apart',
      severity: 'error',
      from: { path: '^devices/([^/]+)/', pathNot: '^devices/contract/' },
      to: { path: '^devices/([^/]+)/', pathNot: '^devices/(contract|$1)/' },
    },
    {
      name: 'one-door-to-serial-ports',
      severity: 'error',
      from: { pathNot: '^devices/contract/' },
      to: { path: 'node_modules/(serialport|@serialport|node-hid)/' },
    },
    {
      name: 'agent-knows-no-server',
      severity: 'error',
      from: { path: '^apps/agent/' },
      to: { path: '^(apps/(server|demo|web)|prisma|test)/' },
    },
    {
      name: 'server-knows-no-devices',
      severity: 'error',
      from: { path: '^apps/server/' },
      to: { path: '^(devices|apps/(agent|demo|web)|test)/' },
    },
    {
      name: 'features-meet-in-the-table',
      comment: 'a feature imports no other feature: they meet in commands.ts and in events',
      severity: 'error',
      from: { path: `^apps/server/src/${feature}/`, pathNot: '\\.spec\\.ts$' },
      to: { path: `^apps/server/src/${feature}/`, pathNot: '^apps/server/src/$1/' },
    },
    {
      name: 'pages-apart',
      severity: 'error',
      from: { path: '^apps/web/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/web/(shared|$1)/' },
    },
    {
      name: 'client-of-the-database',
      severity: 'error',
      from: { pathNot: '^(apps/server|prisma|test)/' },
      to: { path: generated },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$|/dist/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|prisma/client/(internal|models))' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.vue', '.json'],
    },
  },
};

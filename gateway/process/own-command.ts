/** Whether this runs where the package is installed: it holds JavaScript, the repository TypeScript. */
const isPacked = !import.meta.url.endsWith('.ts');

/** How people call this command line here. */
export const OWN_COMMAND = isPacked ? 'npx redcat' : 'npx node gateway/cli.ts';

/** How people have a supergraph composed here. */
export const COMPOSE_COMMAND = isPacked ? 'npx redcat compose' : 'npm run compose';

/** What `npm start` is told by the environment. */
import { isTaken } from '../ports.mjs';

const PORTS = {
  server: { variable: 'GUANHU_PORT', standard: 7300 },
  simulator: { variable: 'GUANHU_SIMULATOR_PORT', standard: 7310 },
  database: { variable: 'GUANHU_DATABASE_PORT', standard: 7320 },
};

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {{ ports: { server: number, simulator: number, database: number }, external?: { appUrl: string, ownerUrl: string } }}
 */
export function settings({ DATABASE_URL, OWNER_URL, ...environment }) {
  if (Boolean(DATABASE_URL) !== Boolean(OWNER_URL)) {
    throw new Error('DATABASE_URL (what the server connects as) and OWNER_URL (what migrates) belong together: set both or neither.');
  }
  const ports = Object.entries(PORTS).map(([name, { variable, standard }]) => [name, portOf(environment[variable] ?? standard, variable)]);
  return { ports: Object.fromEntries(ports), ...(DATABASE_URL && { external: { appUrl: DATABASE_URL, ownerUrl: OWNER_URL } }) };
}

function portOf(text, variable) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${variable} must be a port number from 1 to 65535.`);
  return port;
}

/** @throws {Error} naming every port that something else uses, and the variable that chooses another */
export async function requireFreePorts(ports, external) {
  const needed = Object.entries(ports).filter(([name]) => name !== 'database' || !external);
  const taken = [];
  for (const [name, port] of needed) if (await isTaken(port)) taken.push({ port, variable: PORTS[name].variable });
  if (taken.length === 0) return;
  const lines = taken.map(
    ({ port, variable }) => `Port ${port} is taken by another program. Choose another one: ${variable}=${port + 1} npm start`,
  );
  throw new Error(lines.join('\n'));
}

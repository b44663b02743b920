import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../ports.mjs';
import { holdLock } from './lock.mjs';
import { requireFreePorts, settings } from './settings.mjs';

describe('the settings of npm start', () => {
  test('standard ports unless the environment says otherwise', () => {
    expect(settings({})).toEqual({ ports: { server: 7300, simulator: 7310, database: 7320 } });
    expect(settings({ GUANHU_PORT: '8000' }).ports.server).toBe(8000);
    expect(() => settings({ GUANHU_PORT: 'eighty' })).toThrow('GUANHU_PORT');
    expect(() => settings({ GUANHU_DATABASE_PORT: '70000' })).toThrow('GUANHU_DATABASE_PORT');
  });

  test('a database of one’s own needs both roles', () => {
    expect(settings({ DATABASE_URL: 'a', OWNER_URL: 'b' }).external).toEqual({ appUrl: 'a', ownerUrl: 'b' });
    expect(() => settings({ DATABASE_URL: 'a' })).toThrow('OWNER_URL');
  });

  test('a taken port is named, with the variable that chooses another', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const free = { server: await freePort(), database: await freePort() };
    try {
      await expect(requireFreePorts({ ...free, simulator: port })).rejects.toThrow(
        new RegExp(`Port ${String(port)} .*GUANHU_SIMULATOR_PORT=${String(port + 1)} npm start`),
      );
      await requireFreePorts({ ...free, simulator: await freePort() });
      // The database's port is nobody's business when the database is elsewhere.
      await requireFreePorts({ server: free.server, simulator: free.database, database: port }, { appUrl: '', ownerUrl: '' });
    } finally {
      taken.close();
    }
  });
});

describe('the lock of npm start', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'guanhu-lock-'))));
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  test('a second start is told where the first one is', async () => {
    const file = join(directory, 'start.pid');
    const script = join(directory, 'start.mjs');
    writeFileSync(script, 'setInterval(() => {}, 1000)');
    const first = spawn(process.execPath, [script]);
    await once(first, 'spawn');
    writeFileSync(file, JSON.stringify({ pid: first.pid, address: 'http://there/' }));
    expect(() => {
      holdLock(file, 'http://here/');
    }).toThrow(`http://there/ (process ${String(first.pid)}`);

    first.kill('SIGKILL');
    await once(first, 'exit');
    holdLock(file, 'http://here/');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ pid: process.pid, address: 'http://here/' });
  });

  test('a number that belongs to another program by now is no lock', () => {
    const file = join(directory, 'start.pid');
    writeFileSync(file, JSON.stringify({ pid: process.ppid, address: 'http://there/' }));
    expect(() => {
      holdLock(file, 'http://here/');
    }).not.toThrow();
  });
});

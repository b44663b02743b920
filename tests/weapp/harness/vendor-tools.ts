import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';

export type VendorVerdict = { readonly tool: 'wcc' | 'wcsc'; readonly accepted: boolean; readonly said: string };

const FOLDER = { darwin: 'mac', linux: 'linux' } as const;
const TIME_OUT_MS = 60_000;

/** A runnable copy of the vendor's compiler: the package ships it without its run bit, and an installed package is nobody's to change. */
function runnable(tool: 'wcc' | 'wcsc', into: string): string {
  const folder = process.platform === 'darwin' || process.platform === 'linux' ? FOLDER[process.platform] : undefined;
  if (!folder) throw new Error(`the vendor's compilers do not run on ${process.platform}`);
  const root = path.dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json'));
  const copy = path.join(into, tool);
  copyFileSync(path.join(root, 'bin', folder, tool), copy);
  chmodSync(copy, 0o755);
  return copy;
}

const filesOf = (dist: string, extension: string) =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith(extension))
    .sort();

/** Has WeChat's own compilers read every WXML and WXSS of the output. */
export function compileWithVendorTools(dist: string): readonly VendorVerdict[] {
  const work = mkdtempSync(path.join(os.tmpdir(), 'guanhu-vendor-'));
  try {
    mkdirSync(work, { recursive: true });
    const run = (tool: 'wcc' | 'wcsc', args: readonly string[]): VendorVerdict => {
      const done = spawnSync(runnable(tool, work), args, {
        cwd: dist,
        encoding: 'utf8',
        timeout: TIME_OUT_MS,
        maxBuffer: 256 * 1024 * 1024,
      });
      const said = (done.stderr || done.error?.message) ?? '';
      return { tool, accepted: done.status === 0 && done.stdout.length > 0, said: said.trim() };
    };
    return [
      run('wcc', ['-d', '-cc', '0', ...filesOf(dist, '.wxml'), ...filesOf(dist, '.wxs'), '-gn', '$gwx']),
      run('wcsc', ['-db', '-pc', '0', ...filesOf(dist, '.wxss')]),
    ];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

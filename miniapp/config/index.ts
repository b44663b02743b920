import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const shared = path.resolve(__dirname, '../../shared/src');
const target = process.env.TARO_ENV ?? 'weapp';
/** Where the phone finds the server. In h5 the page and the server share an origin; a mini-program needs a whole, whitelisted https address. */
const apiBase = process.env.GUANHU_API_BASE ?? (target === 'h5' ? '/api' : 'https://api.guanhu.invalid/api');

export default defineConfig({
  projectName: 'guanhu',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 1, 750: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  output: { clean: true },
  // Only the mini-program has templates.
  plugins: target === 'weapp' ? [path.join(__dirname, 'aria/index.ts')] : [],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  alias: { '@guanhu/shared': shared },
  // Whatever is not defined here stays as raw `process.env.…` in the output and ends in a blank page on the phone.
  defineConstants: { API_BASE: JSON.stringify(apiBase) },
  mini: {
    compile: { include: [shared, path.join(__dirname, 'aria')] },
    // Sizes are rem, so that care mode (1.4 ×) scales type, targets and spacing alike; rpx would not follow the font size.
    postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false, config: {} } },
  },
  h5: {
    webpackChain: chain => {
      chain.performance.hints(false); // served from loopback, for tests and demonstrations
    },
    compile: { include: [shared] },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    postcss: {
      pxtransform: { enable: false, config: {} },
      autoprefixer: { enable: true, config: {} },
      cssModules: { enable: false, config: {} },
    },
  },
});

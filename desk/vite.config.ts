import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The desk is served by the server itself, so the API is on the same origin; while developing it is proxied. */
export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: [{ find: /^@guanhu\/shared\/(.*)$/, replacement: `${fileURLToPath(new URL('../shared/src', import.meta.url))}/$1.ts` }],
  },
  build: { target: 'es2022', chunkSizeWarningLimit: 1500 },
  server: { proxy: { '/api': 'http://127.0.0.1:7300' } },
});

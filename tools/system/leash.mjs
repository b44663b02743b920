/** Preloaded into a program that we start: it ends when we are gone, even if we were killed. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

/** Where the bundle of a test file, or of a thread's program, lies. */
export function bundleOf(path: string): string;

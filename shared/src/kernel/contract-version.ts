/**
 * The version of all contracts together. It is counted up when a write changes so that one of the version before would be read wrongly or
 * not at all; the endpoint's contract then says how such a body is read (`earlier`). A write that waited on a phone through an update of the
 * server still arrives: the server takes this version and the one before.
 */
export const CONTRACT_VERSION = 2;
/** Written on a phone before the version was sent along. */
export const FIRST_CONTRACT_VERSION = 1;
/** The header that a phone says it in. Whoever sends none (the desk, a tool) speaks the present one. */
export const CONTRACT_HEADER = 'guanhu-contract';

/** How the server reads what was written under a version: as its own, as of the version before, or not at all. */
export function readingOf(header: string | undefined): 'present' | 'earlier' | 'tooOld' | 'tooNew' {
  if (header === undefined) return 'present';
  const version = /^\d{1,4}$/.test(header) ? Number(header) : 0;
  if (version === CONTRACT_VERSION) return 'present';
  if (version > CONTRACT_VERSION) return 'tooNew';
  return version === CONTRACT_VERSION - 1 ? 'earlier' : 'tooOld';
}

/**
 * Reads that belong to a report of abuse or abandonment, or to a conflict that may be with the family. A file's family is shown who read it and must never learn of either, so
 * `what` of these reads begins with one of these words and the list of readers leaves them out. Whoever reads another part of a file
 * because of a report names that read so too: `concern:patient-file`.
 */
const CONFIDENTIAL_READS = ['concern', 'rights-report', 'legal-matters'] as const;

/** For a statement over the log of reads: patterns that none of the shown reads may match. */
export const confidentialPatterns = (): string[] => CONFIDENTIAL_READS.map(word => `${word}%`);

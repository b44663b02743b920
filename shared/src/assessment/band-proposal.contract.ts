import { z } from 'zod';
import { contract, IdPageQuery, IdText, Instant, keysOf, PageOf, Version, Words } from '../kernel/contract.ts';
import { BandView } from '../policy/band.contract.ts';
import { BAND_PROPOSAL_STATES } from './assessment.terms.ts';
import * as routes from './band-proposal.routes.ts';

const Proposal = z
  .object({
    proposalId: IdText,
    patientId: IdText,
    patientName: z.string(),
    villageName: z.string(),
    from: BandView.nullable(),
    to: BandView.nullable(),
    state: keysOf(BAND_PROPOSAL_STATES),
    reason: z.string(),
    proposedBy: z.string(),
    proposedAt: Instant,
    /** The reader's own, or that of somebody they stand in for: another person decides. */
    mine: z.boolean(),
    version: Version,
  })
  .meta({ id: 'BandProposal' });
const Proposals = PageOf(Proposal);
const Proposed = z.object({ proposalId: IdText, state: z.literal('waiting'), version: Version });
const Propose = z.strictObject({
  /** Made by the client. */
  proposalId: IdText,
  /** Key of the calmer band that the standing names. */
  band: z.string().min(1).max(20),
  reason: Words(500),
});
const Decide = z.strictObject({ version: Version, agree: z.boolean(), reason: Words(500) });
const Decided = z.object({ proposalId: IdText, state: z.enum(['agreed', 'refused']), band: BandView.nullable() });
/** Those that wait; of one patient when named. */
const Query = IdPageQuery.extend({ patientId: IdText.optional() });

export const proposeBandContract = contract({
  route: routes.proposeBand,
  summary: 'Propose the calmer band that the facts speak for; a second person decides',
  door: 'band:lower',
  params: z.strictObject({ patientId: IdText }),
  body: Propose,
  answer: Proposed,
  refusals: ['BAND_NOT_SPOKEN_FOR', 'BAND_PROPOSAL_WAITS'],
  once: true,
});
export const listBandProposalsContract = contract({
  route: routes.listBandProposals,
  summary: 'Proposals to a calmer band that wait for a second person',
  door: 'band:lower',
  query: Query,
  answer: Proposals,
  refusals: [],
});
export const decideBandContract = contract({
  route: routes.decideBand,
  summary: 'A second person agrees to a calmer band, or not',
  door: 'band:lower',
  params: z.strictObject({ proposalId: IdText }),
  body: Decide,
  answer: Decided,
  refusals: ['BAND_PROPOSAL_DECIDED', 'BAND_DOWNGRADE_NEEDS_TWO', 'BAND_NOT_SPOKEN_FOR', 'STALE'],
  once: true,
});

export type ProposeBandBody = z.input<typeof Propose>;
export type BandProposalAnswer = z.infer<typeof Proposed>;
export type BandProposalsQuery = z.input<typeof Query>;
export type BandProposalsAnswer = z.infer<typeof Proposals>;
export type DecideBandBody = z.input<typeof Decide>;
export type DecideBandAnswer = z.infer<typeof Decided>;

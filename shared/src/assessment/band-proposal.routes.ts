import { route } from '../kernel/route.ts';
import type * as C from './band-proposal.contract.ts';

export const proposeBand = route<{ params: { patientId: string }; body: C.ProposeBandBody; answer: C.BandProposalAnswer }>()(
  'POST',
  '/patients/:patientId/band-proposals',
);
export const listBandProposals = route<{ query: C.BandProposalsQuery; answer: C.BandProposalsAnswer }>()('GET', '/band-proposals');
export const decideBand = route<{ params: { proposalId: string }; body: C.DecideBandBody; answer: C.DecideBandAnswer }>()(
  'POST',
  '/band-proposals/:proposalId/decision',
);

import { route } from '../kernel/route.ts';
import type * as C from './access.contract.ts';
import type { Spoken } from './spoken.terms.ts';

/** The mini-program, with a fresh `wx.login` code: a session, or what is missing for one. */
export const signInByPhone = route<{ body: C.SignInBody; answer: C.SignInAnswer }>()('POST', '/sign-in/phone');
/** Ties the WeChat account to the invited person: phone number *and* the code given in person. */
export const bindAccount = route<{ body: C.BindBody; answer: C.SignedIn }>()('POST', '/sign-in/bind');
export const signOut = route<{ answer: C.Done }>()('POST', '/sign-out');
export const readMe = route<{ answer: C.Me }>()('GET', '/me');
/** The recording of a fixed sentence. */
export const readSpoken = route<{ params: { sentence: Spoken } }>()('GET', '/spoken/:sentence');

/** The desk asks for a ticket, shows its QR and asks every two seconds whether a phone has answered. */
export const openDeskSignIn = route<{ body: C.OpenDeskSignInBody; answer: C.DeskSignIn }>()('POST', '/desk/sign-ins');
export const collectDeskSignIn = route<{ params: C.TicketParams; body: C.CollectBody; answer: C.CollectAnswer }>()(
  'POST',
  '/desk/sign-ins/:ticketId/collect',
);
/** What the phone shows before it approves; `:code` is what the QR holds or what was typed. */
export const readDeskTicket = route<{ params: C.CodeParams; answer: C.TicketShown }>()('GET', '/desk/tickets/:code');
export const approveDeskTicket = route<{ params: C.CodeParams; answer: C.TicketAnswer }>()('POST', '/desk/tickets/:code/approve');
export const refuseDeskTicket = route<{ params: C.CodeParams; answer: C.TicketAnswer }>()('POST', '/desk/tickets/:code/refuse');
/** The desk asks the phone again, for one deed on one object. The ticket's id then goes into that write as `stepUpTicket`. */
export const requestStepUp = route<{ body: C.StepUpBody; answer: C.StepUp }>()('POST', '/desk/step-ups');
export const readStepUp = route<{ params: C.TicketParams; answer: C.TicketAnswer }>()('GET', '/desk/step-ups/:ticketId');

export const listPeople = route<{ query: C.PeopleQuery; answer: C.PeoplePage }>()('GET', '/people');
/** Those among them whose name is meant by what was typed. */
export const searchPeople = route<{ body: C.SearchPeopleBody; answer: C.PeoplePage }>()('POST', '/people/search');
export const readPerson = route<{ params: C.PersonParams; answer: C.Person }>()('GET', '/people/:personId');
export const createPerson = route<{ body: C.CreatePersonBody; answer: C.PersonRef }>()('POST', '/people');
/** A new invitation; the earlier one ends. The code is shown here and nowhere again. */
export const issueInvitation = route<{ params: C.PersonParams; answer: C.IssuedInvitation }>()('POST', '/people/:personId/invitations');
export const givePost = route<{ params: C.PersonParams; body: C.GivePostBody; answer: C.PersonRef }>()('POST', '/people/:personId/posts');
export const endPost = route<{ params: C.PostParams; body: C.EndPostBody; answer: C.PersonRef }>()(
  'POST',
  '/people/:personId/posts/:postId/end',
);
/** Ends the binding, the sessions and any open invitation, and answers with a new invitation. */
export const changePhone = route<{ params: C.PersonParams; body: C.ChangePhoneBody; answer: C.IssuedInvitation }>()(
  'POST',
  '/people/:personId/phone',
);
export const revokeSessions = route<{ params: C.PersonParams; answer: C.PersonRef }>()('POST', '/people/:personId/sessions/revoke');
export const nameDeputy = route<{ params: C.PersonParams; body: C.NameDeputyBody; answer: C.PersonRef }>()(
  'POST',
  '/people/:personId/deputies',
);
export const endDeputy = route<{ params: C.DeputyParams; body: C.StepUpOnlyBody; answer: C.PersonRef }>()(
  'POST',
  '/people/:personId/deputies/:deputyshipId/end',
);
/** Posts end, sessions and binding end at once; the successor takes the posts over from today. */
export const recordLeaving = route<{ params: C.PersonParams; body: C.LeavingBody; answer: C.PersonRef }>()(
  'POST',
  '/people/:personId/leave',
);

export const listBindingClashes = route<{ answer: C.ClashList }>()('GET', '/binding-clashes');
export const resolveBindingClash = route<{ params: C.ClashParams; body: C.ResolveClashBody; answer: C.Done }>()(
  'POST',
  '/binding-clashes/:clashId/resolve',
);
export const listAreas = route<{ answer: C.AreaList }>()('GET', '/areas');
export const listOrganisations = route<{ answer: C.OrganisationList }>()('GET', '/organisations');

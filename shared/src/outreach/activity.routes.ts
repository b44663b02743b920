import { route } from '../kernel/route.ts';
import type * as C from './activity.contract.ts';

/** Publicity, lectures, training, guidance, what families do together, and the drills that were held. */
export const listActivities = route<{ query: C.ActivitiesQuery; answer: C.ActivitiesPage }>()('GET', '/activities');
export const logActivity = route<{ body: C.LogActivityBody; answer: C.ActivityRef }>()('POST', '/activities');
export const readActivity = route<{ params: C.ActivityParams; answer: C.Activity }>()('GET', '/activities/:activityId');
export const addActivityPhoto = route<{ params: C.ActivityParams; body: C.ActivityPhotoBody; answer: C.ActivityPhoto }>()(
  'POST',
  '/activities/:activityId/photos',
);
/** Its bytes. */
export const readActivityPhoto = route<{ params: C.ActivityPhotoParams }>()('GET', '/activities/:activityId/photos/:photoId');
export const removeActivityPhoto = route<{ params: C.ActivityPhotoParams; body: C.RemoveActivityPhotoBody; answer: C.ActivityPhoto }>()(
  'POST',
  '/activities/:activityId/photos/:photoId/remove',
);

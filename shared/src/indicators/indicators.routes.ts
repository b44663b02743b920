import { route } from '../kernel/route.ts';
import type * as C from './indicators.contract.ts';

export const readIndicators = route<{ query: C.IndicatorsQuery; answer: C.IndicatorsAnswer }>()('GET', '/indicators');
export const listBehind = route<{ query: C.BehindQuery; answer: C.BehindPage }>()('GET', '/indicators/patients');
export const setResidents = route<{ body: C.SetResidentsBody }>()('PUT', '/indicators/residents');

import { route } from '../kernel/route.ts';
import type * as C from './indicators.contract.ts';

export const readIndicators = route<{ query: C.IndicatorsQuery; answer: C.IndicatorsAnswer }>()('GET', '/indicators');
/** The counties of a province or prefecture, by what each has published of itself. */
export const readRegion = route<{ query: C.RegionQuery; answer: C.RegionAnswer }>()('GET', '/indicators/region');
export const listBehind = route<{ query: C.BehindQuery; answer: C.BehindPage }>()('GET', '/indicators/patients');
export const setResidents = route<{ body: C.SetResidentsBody }>()('PUT', '/indicators/residents');

export type Screen = { readonly tappable: string; readonly ground: string; readonly smallest: number };
export const ON_A_PHONE: Screen;
export const AT_A_DESK: Screen;
/** Runs inside the page. @returns one line a finding */
export function faultsOf(screen: Screen): string[];

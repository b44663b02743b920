import { theme, type ThemeConfig } from 'antd';

/** Tokens of the design language; `tokens.css` says the same to our own markup. */
const LIGHT = {
  ground: '#F5F4F0',
  card: '#FFFFFF',
  ink: '#1C2629',
  ink2: '#566166',
  ink3: '#626F75',
  line: '#E4E2DB',
  accent: '#14695C',
  accentSoft: '#E3EFEC',
  warn: '#8A5A0B',
  warnSoft: '#FBF0DC',
  danger: '#A93226',
  dangerSoft: '#F9E6E3',
  onAccent: '#FFFFFF',
};
const DARK: typeof LIGHT = {
  ground: '#14191B',
  card: '#1E2528',
  ink: '#EEF1F0',
  ink2: '#B4BFC2',
  ink3: '#98A5A9',
  line: '#2F383B',
  accent: '#5CC4B1',
  accentSoft: '#1F3733',
  warn: '#F0BE6A',
  warnSoft: '#3A2F1B',
  danger: '#F28B7D',
  dangerSoft: '#40251F',
  onAccent: '#14191B',
};

export function themeOf(dark: boolean): ThemeConfig {
  const c = dark ? DARK : LIGHT;
  // The dark algorithm would dim the accent; what is pressed keeps the very one that was measured.
  const accent = { colorPrimary: c.accent, colorPrimaryHover: c.accent, colorPrimaryActive: c.accent };
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: c.accent,
      colorPrimaryBg: c.accentSoft,
      colorLink: c.accent,
      colorSuccess: c.accent,
      colorSuccessBg: c.accentSoft,
      colorWarning: c.warn,
      colorWarningBg: c.warnSoft,
      colorWarningBorder: c.warnSoft,
      colorError: c.danger,
      colorErrorBg: c.dangerSoft,
      colorErrorBorder: c.dangerSoft,
      colorInfo: c.accent,
      colorInfoBg: c.accentSoft,
      colorInfoBorder: c.accentSoft,
      colorText: c.ink,
      colorTextSecondary: c.ink2,
      colorTextTertiary: c.ink3,
      colorTextPlaceholder: c.ink3,
      colorTextDescription: c.ink2,
      colorBgLayout: c.ground,
      colorBgContainer: c.card,
      colorBgElevated: c.card,
      colorBorder: c.line,
      colorBorderSecondary: c.line,
      colorTextLightSolid: c.onAccent,
      borderRadius: 10,
      borderRadiusLG: 14,
      fontSize: 14,
      controlHeight: 36,
      controlHeightLG: 44,
      fontFamily: 'inherit',
      boxShadow: 'none',
    },
    components: {
      Button: { ...accent, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 600 },
      Checkbox: accent,
      Radio: accent,
      Table: { headerBg: 'transparent', headerColor: c.ink3, headerSplitColor: 'transparent', cellPaddingBlock: 9, cellPaddingInline: 8 },
      Form: { labelColor: c.ink2, itemMarginBottom: 16 },
    },
  };
}

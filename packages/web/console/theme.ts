// antd in the project's own look: every text and control colour here holds 4.5:1 on its ground.
import type { ThemeConfig } from 'antd'

export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0c6249',
    colorInfo: '#2b6cb5',
    colorLink: '#0c6249',
    colorLinkHover: '#084a37',
    colorSuccess: '#2b7d46',
    colorWarning: '#8a5200',
    colorError: '#b3261b',
    colorText: '#18221d',
    colorTextSecondary: '#46534c',
    colorTextTertiary: '#5f6a64',
    colorTextQuaternary: '#5f6a64',
    colorTextPlaceholder: '#5f6a64',
    colorTextDescription: '#5f6a64',
    colorTextDisabled: '#666f6a',
    colorBgLayout: '#f4f3ee',
    colorBorder: '#7d867f',
    colorBorderSecondary: '#ddd8cb',
    colorBgMask: 'rgb(11 46 38 / 22%)',
    borderRadius: 8,
    fontSize: 14,
    fontFamily: 'var(--font)',
    controlHeight: 34,
    controlOutline: 'transparent',
    colorInfoBg: '#e4eef9',
    colorInfoBorder: '#b7cfea',
    colorErrorBg: '#fce5e1',
    colorWarningBg: '#fcefcd',
    colorSuccessBg: '#e2f1e5',
    // A form that answers at once needs no movement, and none can then be left hanging.
    motion: false,
  },
  components: {
    Table: { headerBg: '#efece3', headerColor: '#46534c', borderColor: '#ddd8cb', rowHoverBg: '#f6f4ee' },
    Select: { optionSelectedBg: '#e3efe8' },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
  },
}

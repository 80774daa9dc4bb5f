import { createTheme, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#EDF7F8',
  '#DCEFF2',
  '#B8DFE6',
  '#86CBD7',
  '#56C1D4',
  '#2593A8',
  '#0B6577',
  '#0A5868',
  '#084F5E',
  '#06343E',
];

/** Mantine in our measures; its colours come from the static variables in tokens.css and base.css. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 6, dark: 4 },
  colors: { petrol },
  fontFamily: 'var(--p-font)',
  defaultRadius: 9,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 36 } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Menu: { defaultProps: { shadow: 'md', radius: 12, transitionProps: { duration: 140, transition: 'fade' } } },
    Switch: { defaultProps: { size: 'md', withThumbIndicator: false } },
    Tooltip: { defaultProps: { openDelay: 500, withArrow: false } },
    Modal: { defaultProps: { centered: true, radius: 24, transitionProps: { duration: 200, transition: 'fade' } } },
  },
});

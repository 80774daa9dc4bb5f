/** How menus of the office open: inside their landmark, with nothing in them but their entries. */
export const MENU = { withinPortal: false, floatingStrategy: 'fixed', withInitialFocusPlaceholder: false } as const;

import { useEffect, useRef, useState, type ButtonHTMLAttributes, type ReactNode } from 'react';
import { Menu } from '@mantine/core';
import { MENU } from './menu';

interface Props {
  button: ButtonHTMLAttributes<HTMLButtonElement>;
  width: number;
  children: ReactNode;
}

/** A menu that was asked for before it was there: it opens at once, and gives the focus back to its button. */
export function OpenedMenu({ button, width, children }: Props) {
  const ref = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    ref.current?.focus({ preventScroll: true }); // whoever asked stood on the button that this one replaces
    setOpened(true);
  }, []);
  return (
    <Menu position="bottom-start" width={width} trapFocus opened={opened} onChange={setOpened} {...MENU}>
      <Menu.Target>
        <button type="button" ref={ref} {...button} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

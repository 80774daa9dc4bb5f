import { AccountPage } from '@client/features/discover';

/** An account's page for someone who is not logged in: they log in and come back to it. */
export function Visitor({ handle, onLogIn }: { handle: string; onLogIn: () => void }) {
  return (
    <AccountPage
      handle={handle}
      loggedIn={false}
      digest={null}
      onFollow={() => Promise.resolve()}
      onLogIn={onLogIn}
      onOpen={onLogIn}
      onChangeDosage={onLogIn}
      toDiscover={null}
    />
  );
}

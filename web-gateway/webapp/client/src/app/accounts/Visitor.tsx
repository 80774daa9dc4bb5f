import { useQueryClient } from '@tanstack/react-query';
import { AccountPage } from '@client/features/discover';

/** An account's page for someone who is not logged in: they log in and come back to it. */
export function Visitor({ handle, onLogIn }: { handle: string; onLogIn: () => void }) {
  const queries = useQueryClient();
  const logIn = () => {
    queries.removeQueries({ queryKey: ['directory'] }); // whoever logs in may follow it already
    onLogIn();
  };
  return (
    <AccountPage
      handle={handle}
      loggedIn={false}
      digest={null}
      onFollow={() => Promise.resolve()}
      onLogIn={logIn}
      onOpen={logIn}
      onChangeDosage={logIn}
      toDiscover={null}
    />
  );
}

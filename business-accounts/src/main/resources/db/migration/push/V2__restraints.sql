-- What sanctions leave of an account's releases, and what its annoyance score adds to the quota or takes from it.
create table release_restraint (
    account_id uuid primary key,
    releases int check (releases >= 0),
    days int check (days >= 1),
    until timestamptz,
    extra_per_month int not null default 0,
    check ((releases is null) = (days is null))
);

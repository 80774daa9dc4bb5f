create table official_account (
    id uuid primary key,
    handle text not null unique check (handle ~ '^[a-z0-9._]{3,30}$'),
    name text not null check (char_length(name) between 1 and 60),
    picture uuid,
    category text not null check (category in (
        'food', 'shops', 'travel', 'culture', 'news', 'finance', 'health', 'education', 'sport', 'public', 'other')),
    description text not null check (char_length(description) <= 500),
    welcome text not null check (char_length(welcome) <= 1000),
    state text not null check (state in ('pending', 'verified', 'refused', 'suspended')),
    -- what a suspended account was before, and is again once restored
    former_state text check (former_state in ('pending', 'verified', 'refused')),
    state_reason text,
    former_state_reason text,
    state_since timestamptz not null,
    created_at timestamptz not null,
    version integer not null,
    -- words by which the directory finds an account, the weightiest first
    words tsvector not null generated always as (
        setweight(to_tsvector('simple', translate(handle, '._', '  ')), 'A')
        || setweight(to_tsvector('simple', name), 'A')
        || setweight(to_tsvector('simple', category), 'B')
        || setweight(to_tsvector('simple', description), 'C')) stored,
    check ((state = 'suspended') = (former_state is not null))
);

create index official_account_words on official_account using gin (words);
create index official_account_waiting on official_account (state, state_since, id);
create index official_account_newest on official_account (created_at desc, id) where state = 'verified';

create table team_member (
    account_id uuid not null references official_account,
    user_id uuid not null,
    role text not null check (role in ('owner', 'editor', 'agent', 'analyst')),
    since timestamptz not null,
    primary key (account_id, user_id)
);

create index team_member_of_user on team_member (user_id);

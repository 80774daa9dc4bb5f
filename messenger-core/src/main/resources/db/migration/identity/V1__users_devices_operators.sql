create table app_user (
    id            uuid primary key,
    handle        varchar(30)  not null unique check (handle ~ '^[a-z0-9._]{3,30}$'),
    name          varchar(120) not null,
    picture       uuid,
    locale        varchar(35)  not null,
    time_zone     varchar(64)  not null,
    password_hash text         not null,
    operator      boolean      not null default false,
    suspended_at  timestamptz,
    created_at    timestamptz  not null,
    last_seen_at  timestamptz
);
create index app_user_last_seen_at on app_user (last_seen_at);
create index app_user_operator on app_user (id) where operator;

-- A session is a device. The token itself is known only to the device.
create table device (
    id           uuid primary key,
    user_id      uuid         not null references app_user (id),
    token_hash   bytea        not null unique,
    name         varchar(120) not null,
    created_at   timestamptz  not null,
    last_seen_at timestamptz  not null
);
create index device_user on device (user_id);

-- At most one code waits for the first operator.
create table setup_code (
    only_row   boolean primary key default true check (only_row),
    code_hash  bytea       not null,
    created_at timestamptz not null
);

-- One-time tickets that open a socket. Not logged: losing them in a crash costs a client one more request, and they live for seconds.
create unlogged table socket_ticket (
    hash       bytea       primary key,
    user_id    uuid        not null,
    device_id  uuid        not null,
    party_kind text        not null,
    party_id   uuid        not null,
    expires_at timestamptz not null
);

create index socket_ticket_expires_at on socket_ticket (expires_at);

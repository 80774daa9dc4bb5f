-- Who appends to an inbox holds an advisory lock of its party until commit (ADR 12). The head keeps only who appended last: a node that
-- finds itself there knows the newest sequence from its memory; everybody else looks it up. 0: somebody without such a memory.
alter table inbox_head drop column last_sequence;
alter table inbox_head add column writer bigint not null default 0;

-- The key under which the party itself sent a message, so that the same key is found again by its sender (law 4) in a table that is
-- distributed by party (law 12).
do $$
begin
    if not exists (select from pg_attribute where attrelid = 'inbox_entry'::regclass and attname = 'idempotency_key') then
        alter table inbox_entry add column idempotency_key text;
    end if;
    -- the rooms migrate in no order that could be relied on: conversation V3 may have done this already
    if exists (select from pg_attribute where attrelid = to_regclass('message') and attname = 'idempotency_key') then
        update inbox_entry e set idempotency_key = m.idempotency_key
        from message m
        where e.kind = 1 and m.conversation_id = e.conversation_id and m.sequence = e.message_sequence
            and m.sender_id = e.party_id;
    end if;
end
$$;

create unique index inbox_entry_sent on inbox_entry (party_id, idempotency_key) where idempotency_key is not null;

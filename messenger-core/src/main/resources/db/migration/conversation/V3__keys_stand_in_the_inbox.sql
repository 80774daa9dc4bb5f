-- The sender's inbox entry has the key (ADR 12). The rooms migrate in no order that could be relied on, so whichever of this and delivery V2
-- comes first brings the keys over.
do $$
begin
    if to_regclass('inbox_entry') is not null then
        if not exists (select from pg_attribute where attrelid = 'inbox_entry'::regclass and attname = 'idempotency_key') then
            alter table inbox_entry add column idempotency_key text;
        end if;
        update inbox_entry e set idempotency_key = m.idempotency_key
        from message m
        where e.kind = 1 and m.conversation_id = e.conversation_id and m.sequence = e.message_sequence
            and m.sender_id = e.party_id and e.idempotency_key is null;
    end if;
end
$$;

alter table message drop column idempotency_key;

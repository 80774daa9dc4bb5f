-- The sender's inbox entry has the key since delivery V2.
alter table message drop column idempotency_key;

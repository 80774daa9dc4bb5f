-- Left out of the search by a sanction; followers keep it.
alter table official_account add column hidden boolean not null default false;

-- Rows lie in the order of time, so a few pages of summary are enough to count the messages of a day.
create index message_sent_at on message using brin (sent_at);

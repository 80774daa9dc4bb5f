-- A ticket lives for seconds. Losing all of them in a crash costs each device one more question; waiting for the disk twice for each
-- connection would cost everybody.
alter table socket_ticket set unlogged;

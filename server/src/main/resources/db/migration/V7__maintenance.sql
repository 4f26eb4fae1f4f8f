-- Where the maintenance mode of an upgrade is; null when it never was in any.
alter table upgrade add column maintenance varchar(20);
-- The phase that began with a line of the run log.
alter table run_event add column maintenance varchar(20);
-- When it begins: NOW, NEXT_WINDOW or an instant.
alter table upgrade add column start_time varchar(40) default 'NOW' not null;

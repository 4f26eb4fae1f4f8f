-- Programs of administrators that run around the stage now; null when none may.
alter table stage add column hook varchar(20);

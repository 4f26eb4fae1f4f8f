-- What a permit was given for so that a host could be started again: the instance that was touched beside the operation's own.
alter table permit add column for_reboot varchar(63);

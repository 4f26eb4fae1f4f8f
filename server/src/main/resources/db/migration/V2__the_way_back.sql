-- What a unit had before: the way back may install this package and no other.
alter table unit add column former_digest varchar(64);

-- An instance on a host without our worker is stated by a person: by whom, and what its host installs.
alter table instance add column stated_by varchar(300);
alter table instance add column stated_platform varchar(50);

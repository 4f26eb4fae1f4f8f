-- An instance on a host without our worker is stated by a person: by whom, and what its host installs.
alter table instance add column stated_by varchar(300);
alter table instance add column stated_platform varchar(50);

-- Settings that a control center of the vendor's keeps, as the worker of its host read them last.
create table watched_setting (
    control_center varchar(63) not null,
    name           varchar(30) not null,
    host           varchar(253) not null,
    digest         varchar(64) not null,
    document       text not null,
    changed_at     timestamp(6) with time zone not null,
    read_at        timestamp(6) with time zone not null,
    primary key (control_center, name)
);

-- What the upgrade knows of them, and how many changes it was paused for.
alter table upgrade add column settings_known text;
alter table upgrade add column settings_told integer default 0 not null;

-- The product's settings, each whole as JSON text. A write and an upgrade that takes the cluster both lock these rows.
create table setting (
    name       varchar(30) primary key check (name in ('WORKFLOW', 'MODULE_UPDATE', 'HEALTH_CHECK')),
    document   text not null,
    changed_by varchar(300) not null,
    changed_at timestamp(6) with time zone
);
insert into setting (name, document, changed_by) values ('WORKFLOW', '{"archiveDepth":5}', 'default');
insert into setting (name, document, changed_by) values ('MODULE_UPDATE', '{"definitions":"20261101"}', 'default');
insert into setting (name, document, changed_by)
    values ('HEALTH_CHECK', '{"minimumActiveCores":1,"minimumEngines":1}', 'default');

-- Since when the upgrade holds the cluster, or held it last, and the digests of the settings at that moment.
alter table upgrade add column held_since timestamp(6) with time zone;
alter table upgrade add column held_settings text;

-- The sentence of the emergency stop that its workflow was told last; empty when it was told of none, or of the release.
alter table upgrade add column told_stop text default '' not null;

-- active_key: set until it is released, the same for all, so at most one is set.
create table emergency_stop (
    id             bigint generated always as identity primary key,
    active_key     varchar(10) unique,
    stopped_by     varchar(300) not null,
    reason         text not null,
    since          timestamp(6) with time zone not null,
    released_by    varchar(300),
    release_reason text,
    released_at    timestamp(6) with time zone
);

-- When upgrades may touch what people would notice, and when never. version: counts changes, for conditional ones.
create table maintenance_window (
    id         bigint generated always as identity primary key,
    definition text not null,
    version    bigint not null
);
create table blackout (
    id      bigint generated always as identity primary key,
    from_at timestamp(6) with time zone not null,
    to_at   timestamp(6) with time zone not null,
    reason  varchar(500) not null
);

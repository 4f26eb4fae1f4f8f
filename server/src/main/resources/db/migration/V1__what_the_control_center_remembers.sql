-- Values that are only read back whole are JSON text. Every instant is UTC.

create table credential (
    token_hash varchar(64) primary key,
    name       varchar(300) not null unique,
    role       varchar(20)  not null check (role in ('VIEWER', 'OPERATOR', 'ADMIN', 'WORKER')),
    host       varchar(253),
    created_at timestamp(6) with time zone not null
);

create table audit_entry (
    id          bigint generated always as identity primary key,
    recorded_at timestamp(6) with time zone not null,
    actor       varchar(300) not null,
    action      text not null,
    remote      varchar(100) not null,
    status      integer not null,
    detail      text not null
);

create table worker (
    host          varchar(253) primary key,
    version       varchar(200) not null,
    load_average  double precision not null,
    memory_free   bigint not null,
    disk_free     bigint not null,
    open_installs text not null,
    last_report   timestamp(6) with time zone not null
);

create table instance (
    id          varchar(63) primary key,
    component   varchar(30) not null,
    host        varchar(253) not null,
    address     text not null,
    installed   varchar(220),
    running     text not null,
    health      varchar(20) not null,
    isolated_by text not null,
    last_report timestamp(6) with time zone not null
);
create index instance_by_host on instance (host);

create table package_file (
    digest       varchar(64) primary key,
    bytes        bigint not null,
    component    varchar(30) not null,
    name         varchar(200) not null,
    version      varchar(220) not null,
    architecture varchar(50) not null,
    uploaded_by  varchar(300) not null,
    uploaded_at  timestamp(6) with time zone not null
);

-- active_key: set while the upgrade holds the cluster, the same for all, so at most one row has it.
create table upgrade (
    id          varchar(30) primary key,
    active_key  varchar(20) unique,
    state       varchar(20) not null,
    outcome     varchar(20),
    sentence    text not null,
    wait_reason text not null,
    policy      text not null,
    findings    text not null,
    started_by  varchar(300) not null,
    started_at  timestamp(6) with time zone not null,
    ended_at    timestamp(6) with time zone,
    last_seq    bigint not null
);
create index upgrade_by_start on upgrade (started_at);

-- A command given twice with the same key is done once.
create table command (
    idempotency_key varchar(200) primary key,
    upgrade_id      varchar(30) not null references upgrade (id),
    action          varchar(30) not null,
    body_digest     varchar(64) not null,
    actor           varchar(300) not null,
    accepted_at     timestamp(6) with time zone not null
);

create table stage (
    upgrade_id varchar(30) not null references upgrade (id),
    component  varchar(30) not null,
    ordinal    integer not null,
    plan       text not null,
    sentence    text not null,
    wait_reason text not null,
    primary key (upgrade_id, component)
);

create table unit (
    upgrade_id   varchar(30) not null references upgrade (id),
    instance     varchar(63) not null,
    component    varchar(30) not null,
    ordinal      integer not null,
    host         varchar(253) not null,
    from_version varchar(220) not null,
    to_version   varchar(220) not null,
    digest       varchar(64) not null,
    state        varchar(20) not null,
    sentence     text not null,
    wait_reason  text not null,
    primary key (upgrade_id, instance)
);

create table unit_step (
    upgrade_id varchar(30) not null,
    instance   varchar(63) not null,
    step       varchar(20) not null,
    began_at   timestamp(6) with time zone not null,
    ended_at   timestamp(6) with time zone,
    primary key (upgrade_id, instance, step),
    foreign key (upgrade_id, instance) references unit (upgrade_id, instance)
);

create table run_event (
    upgrade_id  varchar(30) not null references upgrade (id),
    seq         bigint not null,
    event_key   varchar(500) not null unique,
    recorded_at timestamp(6) with time zone not null,
    subject     varchar(20) not null,
    component   varchar(30),
    instance    varchar(63),
    state       varchar(20),
    sentence    text not null,
    wait_reason text not null,
    primary key (upgrade_id, seq)
);

create table permit (
    id         bigint generated always as identity primary key,
    operation  varchar(150) not null,
    step       varchar(20) not null,
    host       varchar(253) not null,
    digest     varchar(64),
    granted_at timestamp(6) with time zone not null
);

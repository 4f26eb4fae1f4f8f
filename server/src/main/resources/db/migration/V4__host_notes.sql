-- What a worker knows of its host that a planner should.
alter table worker add column notes varchar(4000) default '[]' not null;

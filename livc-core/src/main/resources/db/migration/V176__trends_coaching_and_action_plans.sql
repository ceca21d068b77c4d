-- What cells report of phenomena, how the desk coaches each cell, and how far an action plan is. In the desk's cell; texts
-- that the guard let through.
create table trend_report (
    cell_id     uuid not null references cell,
    id          uuid not null,
    source_cell uuid not null references cell,
    theme       text not null,
    region      text not null,
    text        text not null,
    at          timestamptz not null,
    primary key (cell_id, id)
);
create index trend_report_by_theme on trend_report (cell_id, theme, region, at);

create table coaching (
    cell_id  uuid not null references cell,
    coached  uuid not null references cell,
    phase    text not null check (phase in ('START', 'REVIVE', 'OPTIMISE', 'MONITOR')),
    goals    text not null,
    next     text not null,
    since    date not null,
    version  int not null,
    primary key (cell_id, coached)
);

create table coaching_session (
    cell_id uuid not null references cell,
    id      uuid not null,
    coached uuid not null references cell,
    held_on date not null,
    agreed  text not null,
    primary key (cell_id, id)
);
create index coaching_session_of_cell on coaching_session (cell_id, coached, held_on);

create table planned_action (
    cell_id     uuid not null references cell,
    id          uuid not null,
    objective   text not null,
    action      text not null,
    coordinator text not null,
    term        date,
    budget      int check (budget >= 0),
    status      text not null check (status in ('TO_START', 'RUNNING', 'DONE')),
    affairs     text not null,
    indicator   text,
    changed_at  timestamptz not null,
    version     int not null,
    primary key (cell_id, id)
);
comment on column planned_action.budget is 'euro';
comment on column planned_action.indicator is 'a published figure that shows how far it is';

select bind_to_cell('trend_report');
select bind_to_cell('coaching');
select bind_to_cell('coaching_session');
select bind_to_cell('planned_action');
grant select, insert on trend_report, coaching_session to livc_app;
grant select, insert, update on coaching, planned_action to livc_app;

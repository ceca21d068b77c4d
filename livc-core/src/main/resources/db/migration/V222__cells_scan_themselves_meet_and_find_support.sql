-- What the desk has for all cells beside its answers: how a cell judges its own working, who to turn to in each sector, days to
-- come to, and projects that a measure can refer to by their code. In the desk's cell; nothing of a case.
create table self_scan (
    cell_id uuid not null references cell,
    id      uuid not null,
    scanned uuid not null references cell,
    taken_on date not null,
    primary key (cell_id, id)
);
create index self_scan_of_cell on self_scan (cell_id, scanned, taken_on);

create table self_scan_score (
    cell_id  uuid not null references cell,
    scan_id  uuid not null,
    question text not null,
    score    int not null check (score between 1 and 4),
    primary key (cell_id, scan_id, question),
    foreign key (cell_id, scan_id) references self_scan
);
comment on column self_scan_score.score is '1 not yet, 2 begun, 3 mostly, 4 goes well';

create table reference_person (
    cell_id      uuid not null references cell,
    id           uuid not null,
    sector       text not null,
    name         text not null,
    organisation text not null,
    contact      text not null,
    added_on     date not null,
    ended_on     date,
    primary key (cell_id, id)
);
comment on table reference_person is 'Professionals who made themselves known as contact of their sector; nobody from a case.';

create table study_day (
    cell_id    uuid not null references cell,
    id         uuid not null,
    kind       text not null check (kind in ('INFO_SESSION', 'STUDY_DAY')),
    title      text not null,
    held_on    date not null,
    place      text not null,
    places     int not null check (places > 0),
    primary key (cell_id, id)
);

create table study_day_place (
    cell_id      uuid not null references cell,
    study_day_id uuid not null,
    id           uuid not null,
    from_cell    uuid not null references cell,
    mandate_id   uuid not null,
    name         text not null,
    state        text not null check (state in ('REGISTERED', 'WAITING', 'WITHDRAWN')),
    asked_at     timestamptz not null,
    primary key (cell_id, study_day_id, id),
    foreign key (cell_id, study_day_id) references study_day
);
create unique index study_day_place_once on study_day_place (cell_id, study_day_id, mandate_id)
    where state <> 'WITHDRAWN';
comment on column study_day_place.name is 'who comes, as the account names them: a professional';

create table support_offer (
    cell_id      uuid not null references cell,
    code         text not null check (code ~ '^AO-[0-9]{3,5}$'),
    kind         text not null,
    name         text not null,
    organisation text not null,
    region       text not null,
    text         text not null,
    contact      text not null,
    ended_on     date,
    version      int not null,
    primary key (cell_id, code)
);
comment on column support_offer.code is 'what a measure refers to; never given to another offer';

select bind_to_cell('self_scan');
select bind_to_cell('self_scan_score');
select bind_to_cell('reference_person');
select bind_to_cell('study_day');
select bind_to_cell('study_day_place');
select bind_to_cell('support_offer');
grant select, insert on self_scan, self_scan_score, study_day to livc_app;
grant select, insert, update on reference_person, study_day_place, support_offer to livc_app;

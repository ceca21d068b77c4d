-- The file on one subject in one cell. Columns named *_sealed hold AES-256-GCM ciphertext under the case's own key, bound
-- to cell, case, table, column and row; everything else is ids, codes, dates.
create table case_file (
    cell_id             uuid not null references cell,
    id                  uuid not null,
    number              text not null,
    purpose             text not null,
    purpose_text_sealed bytea,
    opened_on           date not null,
    next_review         date,
    closed_on           date,
    closure_ground      text,
    retain_until        date,
    primary key (cell_id, id),
    unique (cell_id, number)
);
comment on column case_file.purpose_text_sealed is 'sealed: the purpose in the mayor''s words';

create table identity (
    cell_id       uuid not null references cell,
    id            uuid not null,
    case_id       uuid not null,
    person_sealed bytea not null,
    primary key (cell_id, id),
    unique (cell_id, case_id)
);
comment on table identity is 'who a signal or case is about: a piece of information of its own, disclosed on its own';
comment on column identity.person_sealed is 'sealed: names, aliases, birth date';

-- Which phase a case or signal is in, kept for lists. Written by the process's own listener and by nothing else.
create table case_phase (
    cell_id uuid not null references cell,
    case_id uuid not null,
    phase   text not null,
    since   timestamptz not null,
    primary key (cell_id, case_id)
);
create index case_phase_by_phase on case_phase (cell_id, phase, case_id);

create table case_item (
    cell_id         uuid not null references cell,
    id              uuid not null,
    case_id         uuid not null,
    type            text not null,
    owner_id        uuid not null,
    at              timestamptz not null,
    occurred_on     date,
    code            text,
    secret          boolean not null default false,
    purpose         text not null,
    text_sealed     bytea not null,
    detail_sealed   bytea,
    salt_sealed     bytea not null,
    agenda_item_id  uuid,
    about_id        uuid,
    primary key (cell_id, id)
);
create index case_item_of_case on case_item (cell_id, case_id, at);
create index case_item_of_agenda_item on case_item (cell_id, agenda_item_id) where agenda_item_id is not null;
comment on column case_item.text_sealed is 'sealed: what was noticed, told, decided or reported';
comment on column case_item.detail_sealed is 'sealed: what belongs with the text, such as the source of a fact';
comment on column case_item.salt_sealed is 'sealed: the salt of the commitment that stands in the ledger';
comment on column case_item.about_id is 'the signal or measure it is about';

create table action_plan (
    cell_id      uuid not null references cell,
    case_id      uuid not null,
    id           uuid not null,
    goals_sealed bytea not null,
    review_date  date not null,
    version      int not null,
    changed_at   timestamptz not null,
    changed_by   uuid not null,
    primary key (cell_id, case_id)
);
comment on column action_plan.goals_sealed is 'sealed: goals per life domain';

create table measure (
    cell_id     uuid not null references cell,
    id          uuid not null,
    case_id     uuid not null,
    what_sealed bytea not null,
    owner_id    uuid not null,
    due         date not null,
    state       text not null,
    position    int not null,
    dropped_at  timestamptz,
    primary key (cell_id, id)
);
create index measure_of_case on measure (cell_id, case_id);
create index measure_of_owner on measure (cell_id, owner_id, due) where dropped_at is null;
comment on column measure.what_sealed is 'sealed: what is to be done';

create table number_series (
    cell_id uuid not null references cell,
    series  text not null,
    year    int not null,
    last    int not null,
    primary key (cell_id, series, year)
);

select bind_to_cell('case_file');
select bind_to_cell('identity');
select bind_to_cell('case_phase');
select bind_to_cell('case_item');
select bind_to_cell('action_plan');
select bind_to_cell('measure');
select bind_to_cell('number_series');
grant select, insert, update on case_file, case_phase, action_plan, measure, number_series to livc_app;
grant select, insert on case_item, identity to livc_app;

-- Meetings under art. 458ter. Attendance, votes and invitations are ids and times; what is said and decided are items of
-- the case, sealed under its key.
create table consultation (
    cell_id     uuid not null references cell,
    id          uuid not null,
    number      text not null,
    held_on     date not null,
    starts_at   time,
    place       text not null,
    chair_id    uuid not null,
    bases       uuid[] not null check (cardinality(bases) > 0),
    urgent      boolean not null,
    state       text not null check (state in ('PLANNED', 'OPEN', 'CLOSED')),
    opened_at   timestamptz,
    closed_at   timestamptz,
    primary key (cell_id, id),
    unique (cell_id, number)
);
comment on column consultation.bases is 'the legal bases that it stands on';

create table agenda_item (
    cell_id             uuid not null references cell,
    id                  uuid not null,
    consultation_id     uuid not null,
    n                   int not null,
    case_id             uuid not null,
    purpose             text not null,
    purpose_text_sealed bytea,
    conflict            text not null check (conflict in ('PENDING', 'CLEAR', 'EMBARGO')),
    conflict_by         uuid,
    conflict_at         timestamptz,
    reference_sealed    bytea,
    review_date         date,
    primary key (cell_id, id),
    unique (cell_id, consultation_id, n),
    foreign key (cell_id, consultation_id) references consultation
);
create index agenda_item_of_case on agenda_item (cell_id, case_id);
comment on column agenda_item.purpose_text_sealed is 'sealed: what the item is for, in words';
comment on column agenda_item.reference_sealed is 'sealed: the reference of an embargo';

create table invitation (
    cell_id        uuid not null references cell,
    agenda_item_id uuid not null,
    mandate_id     uuid not null,
    answer         text not null default 'OPEN' check (answer in ('OPEN', 'ACCEPTED', 'DECLINED')),
    invited_at     timestamptz not null,
    answered_at    timestamptz,
    primary key (cell_id, agenda_item_id, mandate_id),
    foreign key (cell_id, agenda_item_id) references agenda_item
);

create table attendance (
    cell_id        uuid not null references cell,
    agenda_item_id uuid not null,
    mandate_id     uuid not null,
    arrived        timestamptz not null,
    left_at        timestamptz,
    statement      text check (statement in ('SCREEN', 'PAPER')),
    signed_at      timestamptz,
    recorded_at    timestamptz not null,
    primary key (cell_id, agenda_item_id, mandate_id),
    foreign key (cell_id, agenda_item_id) references agenda_item
);
comment on column attendance.arrived is 'as recorded; who is present is judged by what is recorded, at the server''s time';
comment on column attendance.statement is 'how the statement of confidentiality was signed; null means not signed, so no recipient';

create table abstention (
    cell_id        uuid not null references cell,
    agenda_item_id uuid not null,
    mandate_id     uuid not null,
    at             timestamptz not null,
    primary key (cell_id, agenda_item_id, mandate_id),
    foreign key (cell_id, agenda_item_id) references agenda_item
);
comment on table abstention is '"deelt niet": a valid answer, no reason is asked';

create table vote (
    cell_id     uuid not null references cell,
    decision_id uuid not null,
    mandate_id  uuid not null,
    vote        text not null check (vote in ('FOR', 'AGAINST', 'ABSTAIN')),
    primary key (cell_id, decision_id, mandate_id)
);

select bind_to_cell('consultation');
select bind_to_cell('agenda_item');
select bind_to_cell('invitation');
select bind_to_cell('attendance');
select bind_to_cell('abstention');
select bind_to_cell('vote');
grant select, insert, update on consultation, agenda_item, invitation, attendance to livc_app;
grant select, insert on abstention, vote to livc_app;

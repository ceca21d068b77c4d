-- What a partner noticed about a person, and how it was weighed. The facts themselves are items of the case that is born
-- with the signal. In which state a signal is, its process knows (case_phase mirrors it).
create table signal (
    cell_id                uuid not null references cell,
    id                     uuid not null,
    case_id                uuid not null,
    number                 text not null,
    reporter               text not null,
    filed_by               uuid not null,
    filed_at               timestamptz not null,
    urgency                text not null,
    subject_informed       boolean not null,
    not_informed_sealed    bytea,
    secret_ground          text,
    joined_case_id         uuid,
    primary key (cell_id, id),
    unique (cell_id, case_id),
    unique (cell_id, number)
);
comment on column signal.not_informed_sealed is 'sealed: why the person was not informed';
comment on column signal.secret_ground is 'code of the ground on which it holds a professional secret; null when it holds none';
comment on column signal.joined_case_id is 'the case that it was added to, or that it reopened';

create table assessment (
    cell_id         uuid not null references cell,
    id              uuid not null,
    signal_id       uuid not null,
    assessor_id     uuid not null,
    capacity        text not null,
    joint           boolean not null,
    outcome         text not null,
    referral        text,
    criteria_sealed bytea not null,
    at              timestamptz not null,
    primary key (cell_id, id)
);
create index assessment_of_signal on assessment (cell_id, signal_id);
comment on column assessment.criteria_sealed is 'sealed: the answer to each criterion; the reason is an item of the case';

select bind_to_cell('signal');
select bind_to_cell('assessment');
grant select, insert on assessment to livc_app;
grant select, insert on signal to livc_app;
grant update (joined_case_id) on signal to livc_app;

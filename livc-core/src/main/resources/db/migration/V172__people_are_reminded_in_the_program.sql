-- Reminders: ids, a code and a day. They name no person and hold no content; who opens one goes to the case under their
-- own rights.
create table reminder (
    cell_id    uuid not null references cell,
    id         uuid not null,
    mandate_id uuid not null,
    kind       text not null check (kind in ('DUE_SOON', 'OVERDUE')),
    measure_id uuid not null,
    case_id    uuid not null,
    due        date not null,
    made_at    timestamptz not null,
    seen_at    timestamptz,
    primary key (cell_id, id),
    unique (cell_id, mandate_id, measure_id, kind, due)
);
create index reminder_unseen on reminder (cell_id, mandate_id, made_at) where seen_at is null;
select bind_to_cell('reminder');
grant select, insert on reminder to livc_app;
grant update (seen_at) on reminder to livc_app;

create index measure_by_due on measure (cell_id, due, id) where dropped_at is null;

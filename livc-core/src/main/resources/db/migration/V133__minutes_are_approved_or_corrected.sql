-- The approval round of the minutes: each who took part in an item approves them or asks for a correction. A correction is
-- an item of the case of its own (type CORRECTION) that points at what it corrects; both stay.
create table minutes_answer (
    cell_id        uuid not null references cell,
    agenda_item_id uuid not null,
    mandate_id     uuid not null,
    answer         text not null check (answer in ('APPROVED', 'CORRECTION_ASKED')),
    at             timestamptz not null,
    primary key (cell_id, agenda_item_id, mandate_id),
    foreign key (cell_id, agenda_item_id) references agenda_item
);
comment on table minutes_answer is 'who approved the minutes of an item, or asked to correct them; who has no row is waited for';

select bind_to_cell('minutes_answer');
grant select, insert on minutes_answer to livc_app;
grant update (answer, at) on minutes_answer to livc_app;

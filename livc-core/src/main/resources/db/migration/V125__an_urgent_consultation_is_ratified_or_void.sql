create table urgent_outcome (
    cell_id         uuid not null references cell,
    consultation_id uuid not null,
    outcome         text not null check (outcome in ('RATIFIED', 'VOID')),
    meeting_id      uuid not null,
    decided_by      uuid not null,
    decided_at      timestamptz not null,
    primary key (cell_id, consultation_id),
    foreign key (cell_id, consultation_id) references consultation,
    foreign key (cell_id, meeting_id) references consultation
);
comment on table urgent_outcome is 'what the next ordinary meeting made of an urgent one; ratifying cures nothing';
comment on column urgent_outcome.meeting_id is 'the ordinary meeting that decided, or that closed without ratifying';
select bind_to_cell('urgent_outcome');
grant select, insert on urgent_outcome to livc_app;
create trigger ring after insert on urgent_outcome for each row execute function ring_bell();

-- A decision that was put to the vote: those present when it was read out vote for themselves, each once.
create table ballot (
    cell_id        uuid not null references cell,
    decision_id    uuid not null,
    agenda_item_id uuid not null,
    opened_at      timestamptz not null,
    primary key (cell_id, decision_id),
    foreign key (cell_id, agenda_item_id) references agenda_item
);
create index ballot_of_item on ballot (cell_id, agenda_item_id);
select bind_to_cell('ballot');
grant select, insert on ballot to livc_app;
create trigger ring after insert on ballot for each row execute function ring_bell();

-- Live screens on every node of the program learn at the commit that something changed in a cell: its id, nothing else.
-- What changed, and whether they may see it, they ask for themselves.
create function ring_bell() returns trigger language plpgsql as $$
begin
    perform pg_notify('livc_bell', new.cell_id::text);
    return null;
end $$;
comment on function ring_bell() is 'The payload is the id of a cell. One of each in a transaction, at its commit.';

create trigger ring after insert or update on consultation for each row execute function ring_bell();
create trigger ring after insert or update on agenda_item for each row execute function ring_bell();
create trigger ring after insert or update on invitation for each row execute function ring_bell();
create trigger ring after insert or update on attendance for each row execute function ring_bell();
create trigger ring after insert on abstention for each row execute function ring_bell();
create trigger ring after insert on vote for each row execute function ring_bell();
create trigger ring after insert on case_item for each row execute function ring_bell();
create trigger ring after insert or update on embargo for each row execute function ring_bell();
create trigger ring after insert or update on mandate for each row execute function ring_bell();
create trigger ring after insert or update on measure for each row execute function ring_bell();

-- Each search asks first whether a name in its cell changed since this node looked. One row of the cell answers that,
-- whatever the size of the cell; counting and mixing all revisions took tens of milliseconds for a large one.
create table search_state (
    cell_id uuid primary key references cell,
    changed uuid not null
);
comment on table search_state is 'One row per cell with subjects that can be found; written by the trigger on search_record alone.';
comment on column search_state.changed is
    'random, anew with each transaction that changed a search record: tells each node that its index is behind, and nothing else';

select bind_to_cell('search_state');
grant select, insert, update on search_state to livc_app;

create function search_changed() returns trigger language plpgsql as $$
begin
    insert into public.search_state values (coalesce(new.cell_id, old.cell_id), gen_random_uuid())
        on conflict (cell_id) do update set changed = excluded.changed;
    return null;
end $$;
comment on function search_changed() is 'Marks the cell as changed. Writers of one cell wait for each other at the commit only.';
revoke execute on function search_changed() from public;
grant execute on function search_changed() to livc_app;

-- Deferred, so that the row is locked after all else that an act locks: no two acts wait for each other in a circle.
create constraint trigger search_changed after insert or update or delete on search_record
    deferrable initially deferred for each row execute function search_changed();

-- What a node that is behind compares: all of it in the index, so that the sealed records are read for what changed only.
drop index search_record_revision;
create index search_record_revision on search_record (cell_id, record_id, row_id) include (revision);

-- The life of a key: it wraps; then a newer one does, and what it wrapped is wrapped anew; when nothing living is left under
-- it, it retires; when every backup that needs it has passed too, it is destroyed.
alter table master_key
    add column retired_at timestamptz,
    add column destroyed_at timestamptz,
    add check (destroyed_at is null or retired_at is not null);
comment on column master_key.retired_at is 'since when nothing living is wrapped under it; it wraps nothing any more';
comment on column master_key.destroyed_at is 'since when it is in no keyset of this program';
grant update (retired_at, destroyed_at) on master_key to livc_app;

alter table cell_key
    add column retired_at timestamptz,
    add check (destroyed_at is null or retired_at is not null);
comment on column cell_key.retired_at is
    'since when nothing living is wrapped under it. A retired key is not wrapped anew: it ends with its master key at the latest';
grant update (retired_at) on cell_key to livc_app;

create index case_key_by_version on case_key (cell_id, cell_key_version);

-- Every node lets go of the key of an erased record at the commit, not when its time in memory is over.
create function tell_erased() returns trigger language plpgsql as $$
begin
    perform pg_notify('livc_erased', new.cell_id || ' ' || new.record_id);
    return null;
end $$;
comment on function tell_erased() is 'The payload is the id of a cell and of a record of it, nothing else.';
create trigger tell_erased after insert on destroyed_key for each row execute function tell_erased();

-- The append-only log of a cell (RFC 6962). The program may add and read, never change or remove.
create table ledger_entry (
    cell_id uuid not null,
    seq bigint not null check (seq >= 0),
    time timestamptz not null,
    leaf text,
    leaf_hash bytea not null check (length(leaf_hash) = 32),
    subtrees bytea not null check (length(subtrees) % 32 = 0),
    action text,
    case_id uuid,
    actor_user uuid,
    result text,
    primary key (cell_id, seq),
    check (leaf is null or (action is not null and actor_user is not null and result is not null))
);

comment on table ledger_entry is 'What was done in a cell, in one row without gaps. Holds codes and opaque ids, no content.';
comment on column ledger_entry.leaf is
    'The exact text that is hashed: canonical JSON (RFC 8785). Null once the owner has pruned it after its term; the hash stays.';
comment on column ledger_entry.subtrees is
    'Roots of the complete subtrees of 2, 4, 8, ... leaves that end with this entry, one after the other: what proofs are made of.';
comment on column ledger_entry.action is 'For filtering, like the three after it. The leaf is what counts.';

create index ledger_entry_by_time on ledger_entry (cell_id, time, seq);
create index ledger_entry_by_actor on ledger_entry (cell_id, actor_user, seq);
create index ledger_entry_by_action on ledger_entry (cell_id, action, seq);
create index ledger_entry_by_case on ledger_entry (cell_id, case_id, seq) where case_id is not null;

select bind_to_cell('ledger_entry');
grant select, insert on ledger_entry to livc_app;

-- Lock and head in one round trip. Each statement of a volatile function sees what was committed before it began, so
-- that the head is read after the lock is held, whatever the wait. The subtree of 2^k leaves that the next entry
-- merges with ends at entry (next >> k << k) - 1, for as long as bit k of next is set.
create function ledger_head(cell uuid, out bound uuid, out next bigint, out last_time timestamptz, out peaks bytea)
language plpgsql volatile set lock_timeout = '3s' set search_path = pg_catalog, public as $$
declare
    k int := 0;
    peak bytea;
begin
    perform pg_advisory_xact_lock(hashtextextended('ledger ' || cell, 0));
    bound := nullif(current_setting('app.cell', true), '')::uuid;
    select e.seq + 1, e.time into next, last_time
        from ledger_entry e where e.cell_id = cell order by e.seq desc limit 1;
    next := coalesce(next, 0);
    peaks := '';
    while (next >> k) & 1 = 1 loop
        select case when k = 0 then e.leaf_hash else substr(e.subtrees, 32 * (k - 1) + 1, 32) end into peak
            from ledger_entry e where e.cell_id = cell and e.seq = (next >> k << k) - 1;
        peaks := peaks || coalesce(peak, '');
        k := k + 1;
    end loop;
end $$;

comment on function ledger_head(uuid) is
    'Takes the append lock of a ledger until the end of the transaction, and tells where the ledger ends. Fails after 3 seconds.';
revoke execute on function ledger_head(uuid) from public;
grant execute on function ledger_head(uuid) to livc_app;

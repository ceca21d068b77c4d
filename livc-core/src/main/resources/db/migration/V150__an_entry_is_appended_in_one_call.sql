-- One call from the program appends an entry: lock, end of the ledger, leaf, hashes and row. What the program would ask
-- in two more round trips, while it holds the lock, is done here beside the table.

-- A time filter finds its places by halving: entries stand in the order of their time (see ledger_append). Reads are
-- most of a ledger, and a list of reads is a list of the ledger: only what is rarer than a read is worth an index.
drop index ledger_entry_by_time;
drop index ledger_entry_by_action;
create index ledger_entry_by_rarer_action on ledger_entry (cell_id, action, seq) where action <> 'read';

-- The first place whose time is not before the given one; the size of the ledger where there is none.
create function ledger_place(cell uuid, since timestamptz) returns bigint language plpgsql stable as $$
declare
    low bigint := 0;
    high bigint;
    middle bigint;
    found_time timestamptz;
begin
    select e.seq + 1 into high from public.ledger_entry e where e.cell_id = cell order by e.seq desc limit 1;
    high := coalesce(high, 0);
    while low < high loop
        middle := (low + high) / 2;
        select e.time into found_time from public.ledger_entry e where e.cell_id = cell and e.seq >= middle order by e.seq limit 1;
        if found_time < since then
            low := middle + 1;
        else
            high := middle;
        end if;
    end loop;
    return low;
end $$;

comment on function ledger_place(uuid, timestamptz) is 'Where in a ledger a time begins: some twenty look-ups in the key.';
revoke execute on function ledger_place(uuid, timestamptz) from public;
grant execute on function ledger_place(uuid, timestamptz) to livc_app;

-- Only who finds the ledger taken pays for the setting of a time-out.
create function ledger_wait(key bigint) returns void language plpgsql volatile set lock_timeout = '3s' as $$
begin
    perform pg_advisory_xact_lock(key);
end $$;

comment on function ledger_wait(bigint) is 'Waits for the append lock of a ledger, at most 3 seconds.';
revoke execute on function ledger_wait(bigint) from public;
grant execute on function ledger_wait(bigint) to livc_app;

-- The leaf is canonical JSON in three parts, between which place and time stand: the program cannot know these before it
-- has the lock. It makes the same text from what it gets back and compares the hash, so that nothing here is believed.
--
-- Each statement of a volatile function sees what was committed before it began: the end of the ledger is read after the
-- lock is held, whatever the wait. The subtree of 2^k leaves that the new entry merges with ends at the entry before
-- (place >> k << k), for as long as bit k of its place is set.
create function ledger_append(
    cell uuid, told timestamptz, opening text, middle text, closing text, did text, in_case uuid, by_user uuid, ended text,
    showed uuid[] default null, out place bigint, out written timestamptz, out hash bytea)
language plpgsql volatile as $$
declare
    key bigint := hashtextextended('ledger ' || cell, 0);
    peak bytea;
    root bytea;
    roots bytea := '';
    k int := 0;
    leaf text;
begin
    if nullif(current_setting('app.cell', true), '')::uuid is distinct from cell then
        raise exception 'bound to another cell' using errcode = 'LV001';
    end if;
    if not pg_try_advisory_xact_lock(key) then
        perform public.ledger_wait(key);
    end if;
    select e.seq + 1, e.time, e.leaf_hash into place, written, peak
        from public.ledger_entry e where e.cell_id = cell order by e.seq desc limit 1;
    if place is null then
        place := 0;
        written := told;
    elsif written <= told then
        written := told;
    elsif written > told + interval '2 seconds' then
        raise exception 'the clock is behind the last entry' using errcode = 'LV002';
    end if;
    leaf := opening || place || middle || to_char(written at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || closing;
    hash := sha256('\x00'::bytea || convert_to(leaf, 'UTF8'));
    root := hash;
    while (place >> k) & 1 = 1 loop
        if k > 0 then
            select substr(e.subtrees, 32 * (k - 1) + 1, 32) into peak
                from public.ledger_entry e where e.cell_id = cell and e.seq = (place >> k << k) - 1;
        end if;
        if peak is null or length(peak) <> 32 then
            raise exception 'entries before % are missing', place using errcode = 'LV003';
        end if;
        root := sha256('\x01'::bytea || peak || root);
        roots := roots || root;
        k := k + 1;
    end loop;
    insert into public.ledger_entry (cell_id, seq, time, leaf, leaf_hash, subtrees, action, case_id, actor_user, result, shown)
        values (cell, place, written, leaf, hash, roots, did, in_case, by_user, ended, showed);
end $$;

comment on function ledger_append(uuid, timestamptz, text, text, text, text, uuid, uuid, text, uuid[]) is
    'Appends an entry and holds the ledger until the end of the transaction. LV001: another cell; LV002: clock behind; LV003: entries missing.';
revoke execute on function ledger_append(uuid, timestamptz, text, text, text, text, uuid, uuid, text, uuid[]) from public;
grant execute on function ledger_append(uuid, timestamptz, text, text, text, text, uuid, uuid, text, uuid[]) to livc_app;

-- The entries of one transaction in one call, in their order, under one lock.
create function ledger_append_all(
    cell uuid, told timestamptz, openings text[], middles text[], closings text[], did text[], in_case uuid[], by_user uuid[],
    ended text[])
returns table (place bigint, written timestamptz, hash bytea) language plpgsql volatile as $$
begin
    for i in 1 .. cardinality(openings) loop
        select a.place, a.written, a.hash into place, written, hash from public.ledger_append(
            cell, told, openings[i], middles[i], closings[i], did[i], in_case[i], by_user[i], ended[i]) a;
        return next;
    end loop;
end $$;

comment on function ledger_append_all(uuid, timestamptz, text[], text[], text[], text[], uuid[], uuid[], text[]) is
    'Appends several entries in their order, as ledger_append does one.';
revoke execute on function ledger_append_all(uuid, timestamptz, text[], text[], text[], text[], uuid[], uuid[], text[]) from public;
grant execute on function ledger_append_all(uuid, timestamptz, text[], text[], text[], text[], uuid[], uuid[], text[]) to livc_app;

drop function ledger_head(uuid);

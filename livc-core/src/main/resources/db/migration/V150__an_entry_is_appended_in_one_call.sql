-- One call from the program appends an entry: lock, end of the ledger, leaf, hashes and row. What the program would ask
-- in two more round trips, while it holds the lock, is done here beside the table.

-- Whoever can write to this table can also hash: the tree alone does not tell an entry of the program from one that was put
-- behind it by hand. The seal does.
alter table ledger_entry add column seal bytea check (length(seal) = 48);

comment on column ledger_entry.seal is
    'Told time (8 bytes, microseconds), 8 random bytes, and HMAC-SHA-256 over these and the leaf without place and time, under a key that the database cannot read. Checked before a checkpoint is signed.';

-- An index costs every append more than its hashes do; who filters a ledger is one in thousands of those who append to it.
-- So what is filtered by is looked up in a table that is caught up when somebody asks. A time filter finds its places by
-- halving: entries stand in the order of their time.
drop index ledger_entry_by_time;
drop index ledger_entry_by_action;
drop index ledger_entry_by_actor;
drop index ledger_entry_by_case;

create table ledger_lookup (
    cell_id uuid not null,
    key text not null,
    seq bigint not null,
    primary key (cell_id, key, seq)
);

comment on table ledger_lookup is 'Which entries of a ledger concern a person, a case, a thing. Follows from the entries; proves nothing.';
comment on column ledger_lookup.key is
    'actor, partner, to, case, object, why, result or action, a space, and an id or code. Reads have no action: they are most of a ledger.';

select bind_to_cell('ledger_lookup');
grant select, insert on ledger_lookup to livc_app;

create table ledger_looked_up (
    cell_id uuid primary key,
    until bigint not null check (until >= 0)
);

comment on table ledger_looked_up is 'Up to which entry, excluded, ledger_lookup is caught up.';

select bind_to_cell('ledger_looked_up');
grant select, insert, update on ledger_looked_up to livc_app;

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

-- The subtree of 2^k leaves that an entry merges with ends at the entry before (place >> k << k), for as long as bit k of
-- its place is set. The first of these is the entry before, whose hash is at hand.
create function ledger_roots(cell uuid, place bigint, before bytea, hash bytea) returns bytea language plpgsql stable as $$
declare
    k int := 1;
    peak bytea;
    root bytea := sha256('\x01'::bytea || before || hash);
    roots bytea := root;
begin
    while (place >> k) & 1 = 1 loop
        select substr(e.subtrees, 32 * (k - 1) + 1, 32) into peak
            from public.ledger_entry e where e.cell_id = cell and e.seq = (place >> k << k) - 1;
        if peak is null or length(peak) <> 32 then
            raise exception 'entries before % are missing', place using errcode = 'LV003';
        end if;
        root := sha256('\x01'::bytea || peak || root);
        roots := roots || root;
        k := k + 1;
    end loop;
    return roots;
end $$;

comment on function ledger_roots(uuid, bigint, bytea, bytea) is 'The roots of the subtrees that end with an entry at an odd place.';
revoke execute on function ledger_roots(uuid, bigint, bytea, bytea) from public;
grant execute on function ledger_roots(uuid, bigint, bytea, bytea) to livc_app;

-- What an append seldom meets: an empty ledger, another cell's, a clock that is behind. Where others were later than the
-- told time, theirs is taken.
create function ledger_moved(cell uuid, told timestamptz, before timestamptz) returns text language plpgsql stable as $$
begin
    if nullif(current_setting('app.cell', true), '')::uuid is distinct from cell then
        raise exception 'bound to another cell' using errcode = 'LV001';
    end if;
    if before > told + interval '5 seconds' then
        raise exception 'the clock is behind the last entry' using errcode = 'LV002';
    end if;
    return to_char(before at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
end $$;

comment on function ledger_moved(uuid, timestamptz, timestamptz) is 'The time to write instead of the told one; null where none is later.';
revoke execute on function ledger_moved(uuid, timestamptz, timestamptz) from public;
grant execute on function ledger_moved(uuid, timestamptz, timestamptz) to livc_app;

-- The leaf is canonical JSON in three parts, between which place and time stand: the program cannot know these before it
-- has the lock. It makes the same text from what it gets back and compares the hash, so that nothing here is believed.
--
-- Each statement of a volatile function sees what was committed before it began: the end of the ledger is read after the
-- lock is held, whatever the wait. Few statements, since PL/pgSQL prepares each expression anew in every transaction:
-- one step each for lock, hash and loop made this three times as slow as the insert alone.
create function ledger_append(
    cell uuid, told text, opening text, middle text, closing text, did text, in_case uuid, by_user uuid, ended text,
    mark bytea, shows uuid[], out place bigint, out moved text, out hash bytea)
language plpgsql volatile as $$
declare
    last bytea;
    before timestamptz;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('ledger ' || cell, 0)) then
        perform public.ledger_wait(hashtextextended('ledger ' || cell, 0));
    end if;
    select e.seq + 1, e.leaf_hash, case when e.time > told::timestamptz then e.time end into place, last, before
        from public.ledger_entry e where e.cell_id = cell order by e.seq desc limit 1;
    if place is null or before is not null then
        place := coalesce(place, 0);
        moved := public.ledger_moved(cell, told::timestamptz, before);
    end if;
    insert into public.ledger_entry
            (cell_id, seq, time, leaf, leaf_hash, subtrees, action, case_id, actor_user, result, seal, shown)
        select cell, place, coalesce(moved, told)::timestamptz, h.leaf, h.hash,
                case when place & 1 = 0 then ''
                    when place & 3 = 1 then sha256('\x01'::bytea || last || h.hash)
                    else public.ledger_roots(cell, place, last, h.hash) end,
                did, in_case, by_user, ended, mark, shows
            from (select l.leaf, sha256('\x00'::bytea || convert_to(l.leaf, 'UTF8')) as hash
                from (select opening || place || middle || coalesce(moved, told) || closing as leaf offset 0) l offset 0) h
        returning leaf_hash into hash;
end $$;

comment on function ledger_append(uuid, text, text, text, text, text, uuid, uuid, text, bytea, uuid[]) is
    'Appends an entry and holds the ledger until the end of the transaction. LV001: another cell; LV002: clock behind; LV003: entries missing.';
revoke execute on function ledger_append(uuid, text, text, text, text, text, uuid, uuid, text, bytea, uuid[]) from public;
grant execute on function ledger_append(uuid, text, text, text, text, text, uuid, uuid, text, bytea, uuid[]) to livc_app;

-- The entries of one transaction in one call, in their order, under one lock.
create function ledger_append_all(
    cell uuid, told text, openings text[], middles text[], closings text[], did text[], in_case uuid[], by_user uuid[],
    ended text[], marks bytea[])
returns table (place bigint, moved text, hash bytea) language plpgsql volatile as $$
begin
    for i in 1 .. cardinality(openings) loop
        select a.place, a.moved, a.hash into place, moved, hash from public.ledger_append(
            cell, told, openings[i], middles[i], closings[i], did[i], in_case[i], by_user[i], ended[i], marks[i], null) a;
        return next;
    end loop;
end $$;

comment on function ledger_append_all(uuid, text, text[], text[], text[], text[], uuid[], uuid[], text[], bytea[]) is
    'Appends several entries in their order, as ledger_append does one.';
revoke execute on function ledger_append_all(uuid, text, text[], text[], text[], text[], uuid[], uuid[], text[], bytea[]) from public;
grant execute on function ledger_append_all(uuid, text, text[], text[], text[], text[], uuid[], uuid[], text[], bytea[]) to livc_app;

drop function ledger_head(uuid);

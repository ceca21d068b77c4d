-- PostgreSQL reads and plans every CHECK constraint of a table anew in each statement that inserts; the conditions of a policy
-- are planned once with the statement that the connection keeps. The five of this table cost an append 16 of 103 µs. So the
-- program and the owner, whom the forced policy binds alike, meet the same conditions there. A superuser never was bound by more
-- than they could drop: what they write, the seals and the verifier find.
--
-- The cell is compared without a sub-select, which every append would build and run twice (10 µs): each question to a ledger names
-- its cell first, so that the setting is read once for a statement, not for a row.
alter table ledger_entry
    drop constraint ledger_entry_seq_check,
    drop constraint ledger_entry_leaf_hash_check,
    drop constraint ledger_entry_subtrees_check,
    drop constraint ledger_entry_seal_check,
    drop constraint ledger_entry_check;

drop policy of_its_cell on ledger_entry;

create policy of_its_cell on ledger_entry
    using (cell_id = nullif(current_setting('app.cell', true), '')::uuid)
    with check (cell_id = nullif(current_setting('app.cell', true), '')::uuid
        and seq >= 0
        and length(leaf_hash) = 32
        and length(subtrees) % 32 = 0
        and (seal is null or length(seal) = 48)
        and (leaf is null or (action is not null and actor_user is not null and result is not null)));

comment on policy of_its_cell on ledger_entry is
    'Rows of the bound cell only, and new ones only in the form of an entry: what CHECK constraints said before, at less cost.';

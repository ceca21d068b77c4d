-- Each function in a policy costs every append a check of its rights and a step to prepare, some 3,000 instructions of the server.
-- What may be read, what may be added and what its owner may prune (a leaf, after its term) are three policies now: only the last
-- must allow for an entry without a leaf or from before there were seals. A new entry has both, in its form, and stands in the
-- bound cell: compared as text, since '' (no cell) is the text of none. Nobody whom policies bind removes an entry any more.
drop policy of_its_cell on ledger_entry;

create policy of_its_cell on ledger_entry for select
    using (cell_id = nullif(current_setting('app.cell', true), '')::uuid);

create policy added_in_its_cell on ledger_entry for insert
    with check (cell_id::text = current_setting('app.cell', true)
        and seq >= 0
        and length(leaf_hash) = 32
        and length(subtrees) % 32 = 0
        and length(seal) = 48
        and leaf is not null and action is not null and actor_user is not null and result is not null);

create policy pruned_in_its_cell on ledger_entry for update
    using (cell_id = nullif(current_setting('app.cell', true), '')::uuid)
    with check (cell_id = nullif(current_setting('app.cell', true), '')::uuid
        and seq >= 0
        and length(leaf_hash) = 32
        and length(subtrees) % 32 = 0
        and (seal is null or length(seal) = 48)
        and (leaf is null or (action is not null and actor_user is not null and result is not null)));

comment on policy of_its_cell on ledger_entry is 'Rows of the bound cell only.';
comment on policy added_in_its_cell on ledger_entry is
    'New rows in the bound cell and in the form of an entry only: what CHECK constraints would say, at less cost.';
comment on policy pruned_in_its_cell on ledger_entry is
    'The owner may prune a leaf after its term (the program may not change any): the row stays in its cell and in its form.';

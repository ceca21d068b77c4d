-- What a list showed stands in the row of its ledger entry: one row for each read instead of one for each case in it, in a
-- statement that is made anyway. Beside the leaf, as before; the program may add it and never change it.
alter table ledger_entry add column shown uuid[];
comment on column ledger_entry.shown is 'the cases that a list or a search put before the reader; ids only, not in the leaf';

alter table shown_in_list no force row level security;
alter table ledger_entry no force row level security;
update ledger_entry e set shown = s.cases
  from (select cell_id, entry, array_agg(case_id order by case_id) as cases
          from shown_in_list group by cell_id, entry) s
 where e.cell_id = s.cell_id and e.seq = s.entry;
alter table ledger_entry force row level security;
drop table shown_in_list;

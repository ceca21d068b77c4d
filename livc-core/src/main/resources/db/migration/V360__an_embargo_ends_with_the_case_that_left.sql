-- An embargo on a piece of a case that was handed over stayed behind, with a reference that nobody can read since the key of the
-- case was destroyed: the list of all embargoes of its layer could not be read any more. It ends when the case leaves; here for those
-- that left before.
alter table embargo no force row level security;
alter table access_object no force row level security;
alter table destroyed_key no force row level security;
update embargo e set lifted_at = d.at
  from access_object o join destroyed_key d on d.cell_id = o.cell_id and d.record_id = o.case_id
 where o.cell_id = e.cell_id and o.id = e.object_id and e.lifted_at is null;
alter table embargo force row level security;
alter table access_object force row level security;
alter table destroyed_key force row level security;

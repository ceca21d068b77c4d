-- Somebody who leaves an item and comes back was away in between: each stay is a row of its own, and none is overwritten.
alter table attendance add column nth int not null default 1 check (nth > 0);
alter table attendance drop constraint attendance_pkey;
alter table attendance add primary key (cell_id, agenda_item_id, mandate_id, nth);
comment on column attendance.nth is 'the number of the stay, from 1, of this person at this item; only the last can be without left_at';

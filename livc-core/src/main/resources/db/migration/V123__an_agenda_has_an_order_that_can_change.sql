-- The number of an item stays what it is called by; its place says when it is discussed.
alter table agenda_item add column place int;
update agenda_item set place = n;
alter table agenda_item alter column place set not null;

-- An administrator who lets somebody in again does so for one cell; in the others its own administrator confirms who it is.
alter table account add column held_in uuid[] not null default '{}';
comment on column account.held_in is 'cells in which this person waits until the administrator there confirms that it is them';

-- A reference person of a sector works in no cell: what they report of a phenomenon the desk notes, under their sector.
alter table trend_report add column sector text;
comment on column trend_report.sector is 'of a reference person the sector; null of a cell';

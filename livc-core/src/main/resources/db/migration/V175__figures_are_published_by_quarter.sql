-- What was published about a closed quarter, after disclosure control: written once, never recomputed. The counts behind a
-- suppressed value are kept nowhere. The rows belong to the desk's cell.
create table published_figure (
    cell_id   uuid not null references cell,
    quarter   text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    indicator text not null,
    source    text not null,
    category  text not null,
    value     int check (value is null or value = 0 or value >= 5),
    primary key (cell_id, quarter, indicator, source, category)
);
comment on column published_figure.source is 'the id of a cell, or * for all cells together';
comment on column published_figure.category is 'a code, or * for all categories together';
comment on column published_figure.value is 'null: suppressed. The check makes a small count impossible to keep';
select bind_to_cell('published_figure');
grant select, insert on published_figure to livc_app;

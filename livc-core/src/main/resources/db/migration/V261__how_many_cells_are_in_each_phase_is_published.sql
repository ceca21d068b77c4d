-- Of people a count of 1 to 4 cannot be kept. Cells are no people: how many of them are in a phase of coaching is shown.
alter table published_figure
    drop constraint published_figure_value_check,
    add constraint published_figure_value_check
        check (value is null or value = 0 or value >= 5 or indicator = 'CELL_PHASES' and value > 0);

-- Row-level security, the same for every table that carries cell_id: no cell set means no rows, for the owner as well.
-- The cell is set per transaction by the program (app.cell); the sub-select makes PostgreSQL read it once per query.
create function bind_to_cell(bound regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', bound);
    execute format('alter table %s force row level security', bound);
    execute format(
        'create policy of_its_cell on %s'
        ' using (cell_id = (select nullif(current_setting(''app.cell'', true), '''')::uuid))'
        ' with check (cell_id = (select nullif(current_setting(''app.cell'', true), '''')::uuid))', bound);
end $$;

comment on function bind_to_cell(regclass) is
    'Puts forced row-level security by cell_id on a table. Every table with cell_id calls this in its own migration.';

grant usage on schema public to livc_app;
revoke create on schema public from public;
revoke execute on function bind_to_cell(regclass) from public;

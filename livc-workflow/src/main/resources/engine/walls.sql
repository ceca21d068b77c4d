-- Rights and row-level security on the engine's own tables; run by the owner after each creation or update of the
-- schema, and again whenever this text changes. Each statement may run twice.
--
-- Not behind the wall: executions, variables, identity links and jobs. The job executor looks for due timers of every
-- cell before it knows whose they are; those tables hold ids, codes and times only.
grant usage on schema flowable to livc_app;
grant select, insert, update, delete on all tables in schema flowable to livc_app;

create index if not exists act_idx_task_of_cell on flowable.act_ru_task (tenant_id_, due_date_, id_);

-- The way of a running case stands beside it and is written into the history when it ends; what an earlier version wrote there
-- already would be in its way.
delete from flowable.act_hi_actinst h using flowable.act_ru_actinst r where r.id_ = h.id_;
delete from flowable.act_hi_varinst v using flowable.act_ru_execution e where e.id_ = v.proc_inst_id_;

do $$
declare
    walled text;
begin
    foreach walled in array array[
        'act_ru_task', 'act_ru_actinst', 'act_hi_procinst', 'act_hi_taskinst', 'act_hi_actinst'] loop
        execute format('alter table flowable.%I enable row level security', walled);
        execute format('alter table flowable.%I force row level security', walled);
        execute format('drop policy if exists of_its_cell on flowable.%I', walled);
        execute format(
            'create policy of_its_cell on flowable.%I'
            ' using (tenant_id_ = (select nullif(current_setting(''app.cell'', true), '''')))'
            ' with check (tenant_id_ = (select nullif(current_setting(''app.cell'', true), '''')))', walled);
    end loop;

    -- These two have no tenant of their own: they are as visible as what they belong to.
    foreach walled in array array['act_hi_varinst', 'act_hi_identitylink'] loop
        execute format('alter table flowable.%I enable row level security', walled);
        execute format('alter table flowable.%I force row level security', walled);
        execute format('drop policy if exists of_its_parent on flowable.%I', walled);
        execute format(
            'create policy of_its_parent on flowable.%1$I'
            ' using (exists (select 1 from flowable.act_hi_procinst p where p.id_ = %1$I.proc_inst_id_)'
            '     or exists (select 1 from flowable.act_hi_taskinst t where t.id_ = %1$I.task_id_))'
            ' with check (true)', walled);
    end loop;
end $$;

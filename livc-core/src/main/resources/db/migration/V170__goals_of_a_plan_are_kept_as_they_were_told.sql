-- What a plan wants to reach, each time it was set. Who was present when it was set keeps seeing exactly that; a later
-- wording is another row, and so never told to them by itself.
create table plan_goals (
    cell_id      uuid not null references cell,
    id           uuid not null,
    case_id      uuid not null,
    goals_sealed bytea not null,
    set_at       timestamptz not null,
    set_by       uuid not null,
    primary key (cell_id, id)
);
create index plan_goals_of_case on plan_goals (cell_id, case_id, id);
comment on column plan_goals.goals_sealed is 'sealed: goals per life domain, with how far they are; place action_plan/goals';

-- The owner moves what is there; row-level security is lifted for this one statement and forced again at once.
alter table action_plan no force row level security;
insert into plan_goals (cell_id, id, case_id, goals_sealed, set_at, set_by)
    select cell_id, id, case_id, goals_sealed, changed_at, changed_by from action_plan;
alter table action_plan force row level security;
alter table action_plan drop column goals_sealed;
comment on column action_plan.id is 'the goals as they are now: a row of plan_goals';

alter table measure add column goal_id uuid;
comment on column measure.goal_id is 'the goal it serves: an id inside the sealed goals';

select bind_to_cell('plan_goals');
grant select, insert on plan_goals to livc_app;

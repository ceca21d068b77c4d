-- What the DPO reviews: accesses that no reason explains well. Rules are data of the cell; a rule without a row applies as
-- it comes with the program.
create table review_rule (
    cell_id uuid not null,
    code text not null,
    active boolean not null,
    threshold int not null check (threshold >= 0),
    primary key (cell_id, code)
);

comment on table review_rule is 'Which accesses are put before the DPO in this cell. A setting of the cell, not law.';
comment on column review_rule.threshold is 'What counts as much or late for this rule: days, cases in an hour, times, an hour of the day.';

select bind_to_cell('review_rule');
grant select, insert, update on review_rule to livc_app;

create table review_finding (
    cell_id uuid not null,
    entry bigint not null,
    rule text not null,
    actor_user uuid not null,
    mandate_id uuid,
    case_id uuid,
    at timestamptz not null,
    measure bigint not null,
    outcome text check (outcome in ('EXPLAINED', 'NOT_EXPLAINED', 'INCIDENT')),
    reviewed_by uuid,
    reviewed_at timestamptz,
    primary key (cell_id, entry, rule),
    check ((outcome is null) = (reviewed_at is null))
);

create index review_finding_open on review_finding (cell_id, rule) where outcome is null;

comment on table review_finding is 'Ledger entries that a rule put before the DPO, and what came of it. Ids and codes only.';
comment on column review_finding.measure is 'What the rule counted: how many cases, times, or the hour.';

select bind_to_cell('review_finding');
grant select, insert on review_finding to livc_app;
grant update (outcome, reviewed_by, reviewed_at) on review_finding to livc_app;

create table review_scanned (
    cell_id uuid primary key,
    until bigint not null check (until >= 0)
);

comment on table review_scanned is 'Up to which ledger entry, excluded, the rules have looked.';

select bind_to_cell('review_scanned');
grant select, insert, update on review_scanned to livc_app;

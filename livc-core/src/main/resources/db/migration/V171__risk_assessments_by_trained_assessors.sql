-- Who may use which tool, on which proof. Working data of professionals, not case content.
create table assessor_training (
    cell_id    uuid not null references cell,
    id         uuid not null,
    mandate_id uuid not null,
    tool       text not null,
    proof      text not null,
    valid_from date not null,
    valid_to   date,
    primary key (cell_id, id)
);
create index assessor_training_of_mandate on assessor_training (cell_id, mandate_id, tool);
comment on column assessor_training.proof is 'reference of the certificate';

-- What goes with the outcome of an assessment; the outcome itself is the sealed text of the case item of the same id.
create table risk_assessment (
    cell_id      uuid not null references cell,
    id           uuid not null,
    case_id      uuid not null,
    tool         text not null,
    tool_version text not null,
    assessor_id  uuid not null,
    training_id  uuid not null,
    assessed_on  date not null,
    primary key (cell_id, id),
    foreign key (cell_id, training_id) references assessor_training
);
create index risk_assessment_of_case on risk_assessment (cell_id, case_id, assessed_on);

select bind_to_cell('assessor_training');
select bind_to_cell('risk_assessment');
grant select, insert on assessor_training, risk_assessment to livc_app;

-- Cells that were founded before these lists existed get them too.
alter table code no force row level security;
insert into code (cell_id, list, code, label_nl, label_fr, label_en, position)
select cell.id, added.list, added.code, added.nl, added.fr, added.en, added.position
  from cell, (values
    ('goal-states', 'OPEN', 'Nog te bereiken', 'À atteindre', 'To be reached', 1000),
    ('goal-states', 'PARTLY', 'Deels bereikt', 'Partiellement atteint', 'Partly reached', 1001),
    ('goal-states', 'REACHED', 'Bereikt', 'Atteint', 'Reached', 1002),
    ('goal-states', 'DROPPED', 'Losgelaten', 'Abandonné', 'Given up', 1003),
    ('risk-tools', 'VERA_2R', 'VERA-2R', 'VERA-2R', 'VERA-2R', 1004),
    ('risk-tools', 'IR46', 'IR46', 'IR46', 'IR46', 1005),
    ('risk-outcomes', 'LOW', 'Laag', 'Faible', 'Low', 1006),
    ('risk-outcomes', 'MODERATE', 'Matig', 'Modéré', 'Moderate', 1007),
    ('risk-outcomes', 'HIGH', 'Hoog', 'Élevé', 'High', 1008),
    ('risk-outcomes', 'VERY_HIGH', 'Zeer hoog', 'Très élevé', 'Very high', 1009)
  ) as added (list, code, nl, fr, en, position);
alter table code force row level security;

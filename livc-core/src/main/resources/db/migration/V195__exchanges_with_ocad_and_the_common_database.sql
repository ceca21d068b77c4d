-- Whether a cell exchanges anything with OCAD or for the common database: off until there is a row. No content of cases.
create table exchange_setting (
    cell_id    uuid not null references cell,
    id         uuid not null,
    body       text not null check (body in ('OCAD', 'GGB')),
    reference  text not null,
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    primary key (cell_id, id)
);
comment on column exchange_setting.reference is 'of the legal basis, as the cell gave it; a setting, not a rule of law';

-- What goes with the case item of the same id: who, on which basis, and the exact content.
-- Columns named *_sealed hold AES-256-GCM ciphertext.
create table exchange (
    cell_id        uuid not null references cell,
    id             uuid not null,
    case_id        uuid not null,
    kind           text not null,
    counterpart_id uuid not null,
    basis_id       uuid not null,
    setting_id     uuid not null,
    recorded_by    uuid not null,
    recorded_at    timestamptz not null,
    answers_id     uuid,
    file_sealed    bytea not null,
    salt_sealed    bytea not null,
    sent_on        date,
    channel        text,
    primary key (cell_id, id),
    foreign key (cell_id, setting_id) references exchange_setting,
    foreign key (cell_id, answers_id) references exchange,
    check ((sent_on is null) = (channel is null))
);
create index exchange_of_case on exchange (cell_id, case_id, recorded_at);
comment on table exchange is 'recorded exchanges; the program sends nothing itself';
comment on column exchange.file_sealed is 'sealed under the key of the case: the file as it is taken out, to the byte';
comment on column exchange.salt_sealed is 'sealed: the salt of the commitment that the ledger has of the file';

select bind_to_cell('exchange_setting');
select bind_to_cell('exchange');
grant select, insert on exchange_setting, exchange to livc_app;
grant update (valid_to) on exchange_setting to livc_app;
grant update (sent_on, channel) on exchange to livc_app;

-- Cells that were founded before these lists existed get them too.
alter table code no force row level security;
insert into code (cell_id, list, code, label_nl, label_fr, label_en, position)
select cell.id, added.list, added.code, added.nl, added.fr, added.en, added.position
  from cell, (values
    ('partner-categories', 'FLEMISH_LIAISON', 'Vlaamse verbindingsofficier', 'Officier de liaison flamand', 'Flemish liaison officer', 1100),
    ('threat-levels', 'LEVEL_1', '1 – laag', '1 – faible', '1 – low', 1101),
    ('threat-levels', 'LEVEL_2', '2 – gemiddeld', '2 – moyen', '2 – medium', 1102),
    ('threat-levels', 'LEVEL_3', '3 – ernstig', '3 – grave', '3 – serious', 1103),
    ('threat-levels', 'LEVEL_4', '4 – zeer ernstig', '4 – très grave', '4 – very serious', 1104),
    ('ggb-categories', 'FTF', 'Foreign terrorist fighter (FTF)', 'Combattant terroriste étranger (FTF)', 'Foreign terrorist fighter (FTF)', 1105),
    ('ggb-categories', 'HTF', 'Homegrown terrorist fighter (HTF)', 'Homegrown terrorist fighter (HTF)', 'Homegrown terrorist fighter (HTF)', 1106),
    ('ggb-categories', 'HP', 'Haatpropagandist (HP)', 'Propagandiste de haine (PH)', 'Hate propagandist (HP)', 1107),
    ('ggb-categories', 'PGE', 'Potentieel gewelddadige extremist (PGE)', 'Extrémiste potentiellement violent (EPV)', 'Potentially violent extremist (PVE)', 1108),
    ('ggb-categories', 'TV', 'Terrorismeveroordeelde (TV)', 'Condamné pour terrorisme (CT)', 'Convicted of terrorism (TV)', 1109),
    ('ggb-feeds', 'NEW', 'Nieuwe informatie', 'Nouvelle information', 'New information', 1110),
    ('ggb-feeds', 'CHANGE', 'Aanvulling of verbetering', 'Complément ou rectification', 'Addition or correction', 1111),
    ('ggb-feeds', 'END', 'Voorstel om te schrappen', 'Proposition de suppression', 'Proposal to remove', 1112),
    ('guidance-frameworks', 'PROBATION', 'Probatie', 'Probation', 'Probation', 1113),
    ('guidance-frameworks', 'CONDITIONAL_RELEASE', 'Voorwaardelijke invrijheidstelling', 'Libération conditionnelle', 'Conditional release', 1114),
    ('guidance-frameworks', 'ELECTRONIC_MONITORING', 'Elektronisch toezicht', 'Surveillance électronique', 'Electronic monitoring', 1115),
    ('guidance-frameworks', 'ALTERNATIVE', 'Vrijheid onder voorwaarden', 'Liberté sous conditions', 'Release under conditions', 1116),
    ('guidance-frameworks', 'OTHER', 'Ander kader', 'Autre cadre', 'Other framework', 1117),
    ('guidance-compliance', 'YES', 'Leeft de voorwaarden na', 'Respecte les conditions', 'Complies with the conditions', 1118),
    ('guidance-compliance', 'PARTLY', 'Leeft de voorwaarden deels na', 'Respecte partiellement les conditions', 'Complies in part', 1119),
    ('guidance-compliance', 'NO', 'Leeft de voorwaarden niet na', 'Ne respecte pas les conditions', 'Does not comply', 1120),
    ('exchange-channels', 'SECURE_MAIL', 'Beveiligde e-mail van de partner', 'Courriel sécurisé du partenaire', 'The partner''s secure e-mail', 1121),
    ('exchange-channels', 'SECURE_PLATFORM', 'Beveiligd platform van de partner', 'Plateforme sécurisée du partenaire', 'The partner''s secure platform', 1122),
    ('exchange-channels', 'BY_HAND', 'Op papier, tegen ontvangstbewijs', 'Sur papier, contre accusé de réception', 'On paper, against a receipt', 1123)
  ) as added (list, code, nl, fr, en, position);
alter table code force row level security;

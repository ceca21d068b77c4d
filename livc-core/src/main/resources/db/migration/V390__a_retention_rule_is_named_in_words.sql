-- A certificate names the rule that it follows: in words, not by the code of a category.
alter table retention_rule no force row level security;
update retention_rule
   set reference = case category when 'CLOSED_CASE' then 'Afgesloten dossiers'
                                 when 'SIGNAL_NOT_RETAINED' then 'Signalen die niet verder gingen'
                                 else 'Logboek' end || ': ' || months || ' maanden (instelling van de cel)'
 where reference = 'Bewaarregel ' || category || ' (' || months || ' maanden, instelling van de cel)';
alter table retention_rule force row level security;

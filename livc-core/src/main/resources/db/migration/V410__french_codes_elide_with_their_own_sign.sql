-- French elides with ’ and not with the sign of code. Only what every cell starts with is mended: what a cell wrote stays.
alter table code no force row level security;
update code c
   set label_fr = replace(c.label_fr, '''', '’')
  from (values
               ('purposes', 'PROTECT_INTEGRITY', 'Protéger l''intégrité physique et psychique de personnes'),
               ('assessment-criteria', 'ISOLATION', 'Rupture avec la famille, les amis, l''école ou le travail'),
               ('referral-kinds', 'CAW', 'Vers le centre d''aide sociale générale'),
               ('referral-kinds', 'CLB', 'Vers le centre d''encadrement des élèves'),
               ('partner-categories', 'CLB', 'Centre d''encadrement des élèves'),
               ('partner-categories', 'CAW', 'Centre d''aide sociale générale'),
               ('partner-categories', 'INTEGRATION', 'Agence pour l''intégration'),
               ('erasure-reasons', 'REQUEST_GRANTED', 'Une demande d''effacement est acceptée'),
               ('erasure-reasons', 'NO_BASIS', 'Il n''y a pas ou plus de base légale'),
               ('closure-grounds', 'REGULAR_CARE', 'L''aide régulière prend le relais'),
               ('secret-grounds', 'CONSENT', 'Consentement de l''intéressé'),
               ('transfer-refusals', 'NOT_HERE', 'La personne n''habite ou ne séjourne pas ici')) as usual (list, code, label_fr)
 where c.list = usual.list and c.code = usual.code and c.label_fr = usual.label_fr;
alter table code force row level security;

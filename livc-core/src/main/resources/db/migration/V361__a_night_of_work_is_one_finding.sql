-- Who works an evening opens many files: that is one finding for the DPO, which grows with the night until it is reviewed.
-- What was found so far stays a finding per file.
alter table review_finding add column case_ids uuid[];
comment on column review_finding.case_ids is 'The cases of a finding about several; empty where case_id tells it.';
comment on column review_finding.measure is 'What the rule counted: how many cases or times.';

alter table review_finding no force row level security;
update review_finding set measure = 1 where rule = 'NIGHT';
alter table review_finding force row level security;

grant update (entry, mandate_id, case_id, case_ids, at, measure) on review_finding to livc_app;

-- A consultation that is planned can be called off, and a case can be taken off its agenda: the item stays for those who
-- look back, and nobody is invited to it any more.
alter table consultation drop constraint consultation_state_check;
alter table consultation add constraint consultation_state_check
    check (state in ('PLANNED', 'OPEN', 'CLOSED', 'CALLED_OFF'));
comment on column consultation.closed_at is 'when it was closed, or called off';

alter table agenda_item add column withdrawn_at timestamptz;
comment on column agenda_item.withdrawn_at is 'when its case was taken off the agenda';

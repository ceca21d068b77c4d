-- Access that somebody took in an emergency: for at most four hours, to one case, told to mayor and DPO, always reviewed.
create table emergency_access (
    cell_id uuid not null references cell,
    id uuid not null,
    case_id uuid not null,
    mandate_id uuid not null,
    reason text not null,
    since timestamptz not null,
    until timestamptz not null,
    primary key (cell_id, id),
    check (until > since and until <= since + interval '4 hours')
);

comment on table emergency_access is 'Who opened a case in an emergency, with the code of the reason and until when. The entitlements end with it.';

select bind_to_cell('emergency_access');
grant select, insert on emergency_access to livc_app;

-- A disclosure shows its recipients for as long as it exists, also when their entitlement has ended: the index of running
-- entitlements does not serve that question.
create index entitlement_of_recipient on entitlement (cell_id, object_id) where why = 'RECIPIENT';

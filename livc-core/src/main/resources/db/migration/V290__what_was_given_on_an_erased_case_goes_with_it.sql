-- Who was entitled to what of a case is personal data of those people and of no use once the case cannot be read: it was a
-- quarter of what a finished case left in the database. Who saw what stands in the ledger. An entitlement can be deleted only
-- when the key of the case it belongs to was destroyed, whatever the program asks.
grant delete on entitlement to livc_app;
create policy of_an_erased_case on entitlement as restrictive for delete
    using (exists (select 1 from access_object o join destroyed_key d on d.cell_id = o.cell_id and d.record_id = o.case_id
                    where o.cell_id = entitlement.cell_id and o.id = entitlement.object_id));

-- The database roles (security.md: the database does not trust the program). Run once, by a superuser, in a new server.
-- livc_owner owns the schema and migrates it; livc_app is what the program connects as: it owns nothing and bypasses
-- nothing. The two ${...} marks are filled in by whoever runs this.
create role livc_owner login nosuperuser nocreatedb nocreaterole nobypassrls password '${owner_password}';
create role livc_app login nosuperuser nocreatedb nocreaterole nobypassrls noinherit password '${app_password}';
create database livc owner livc_owner encoding 'UTF8' template template0;
revoke all on database livc from public;
grant connect on database livc to livc_app;

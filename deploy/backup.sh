#!/usr/bin/env bash
# One dump of a named database into a folder, complete or absent. Never the keyset: see backup.md.
# Connection by the usual PGHOST, PGPORT, PGUSER and ~/.pgpass.
set -euo pipefail
umask 077
folder="${1:?give the folder for the dumps}"
name="livc-$(date --utc +%Y%m%dT%H%M%SZ).dump"
trap 'rm -f "$folder/.$name"' EXIT
pg_dump --format=custom --dbname="${PGDATABASE:-livc}" --no-password --file="$folder/.$name"
pg_restore --list "$folder/.$name" > /dev/null
sync "$folder/.$name"
mv "$folder/.$name" "$folder/$name"
(cd "$folder" && sha256sum "$name" > "$name.sha256")
echo "$folder/$name"

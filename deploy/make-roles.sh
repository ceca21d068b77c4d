#!/usr/bin/env bash
# Run once by the image of PostgreSQL when it makes a new server: roles.sql of the program, with the passwords of the
# secret files. They are URL-safe Base64 (new-secrets.sh); anything else is refused, for it is put into SQL.
set -euo pipefail
secrets="${SECRETS:-/run/secrets}"
script="${ROLES:-/opt/livc/roles.sql}"

password() {
  local value
  value="$(cat "$secrets/$1")"
  if [[ ! "$value" =~ ^[A-Za-z0-9_-]{32,}$ ]]; then
    echo "The password in $secrets/$1 is not 32 or more letters, digits, - or _." >&2
    exit 1
  fi
  printf '%s' "$value"
}

owner="$(password database-owner)"
program="$(password database-program)"
text="$(cat "$script")"
text="${text//'${owner_password}'/$owner}"
text="${text//'${app_password}'/$program}"
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres <<< "$text"

#!/usr/bin/env bash
# Makes the passwords that compose.yaml reads, once: an existing file is never replaced.
set -euo pipefail
umask 077
cd "$(dirname "$0")"
mkdir -p secrets
for name in database-superuser database-owner database-program keyset-password; do
  if [ ! -e "secrets/$name" ]; then
    head -c 32 /dev/urandom | base64 -w 0 | tr '+/' '-_' | tr -d '=' > "secrets/$name"
  fi
done
# Compose mounts these files as they are: the program's account in its container (uid 10001, see Dockerfile) and the
# database's start (root, then uid 999) must be able to read theirs, and no one else.
if [ "$(id -u)" = 0 ]; then
  chmod 0711 secrets
  chown 10001:999 secrets/database-owner secrets/database-program
  chmod 0440 secrets/database-owner secrets/database-program
  chown 10001 secrets/keyset-password
  chown 999 secrets/database-superuser
else
  echo "Run as root, so that each file can be given to the account that reads it." >&2
  exit 1
fi

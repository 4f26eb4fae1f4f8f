#!/bin/sh
# Closes an operation whose installer was interrupted, stopped by its limit, or never begun: repairs, then journals that.
#   repair-once LOCK JOURNAL LOG LIMIT COMMAND...
# Does nothing when the operation ended by itself or was repaired already. Afterwards the operation cannot begin any more.
set -eu
lock=$1 journal=$2 log=$3 limit=$4
shift 4

exec 9>>"$lock"
flock -w "$limit" 9
if [ -s "$journal" ]; then
    ! grep -q '"event":"repaired"' "$journal" || exit 0
    if grep -q '"event":"ended"' "$journal"; then
        grep -qE '"exitStatus":(124|137),' "$journal" || exit 0
    fi
fi
timeout --kill-after=10 "$limit" sh -c 'exec "$@" 9>&-' repair "$@" </dev/null >>"$log" 2>&1 || true
# A line torn by a power cut is ended first.
printf '\n{"event":"repaired","at":"%s"}\n' "$(date -u +%Y-%m-%dT%H:%M:%S.%3NZ)" >>"$journal"
sync "$journal" "${journal%/*}"

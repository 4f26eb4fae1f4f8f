#!/bin/sh
# Runs one installer once, whoever asks and however often, and journals its begin and its end.
#   install-once LOCK JOURNAL LOG OPERATION DIGEST LIMIT BEFORE COMMAND...
# LIMIT   seconds; the installer and all it started in its process group are stopped after them
# BEFORE  hundredths of a second of the host's uptime; the installer does not begin later
# Ends with 0 when this operation was begun (here, now or earlier), with 75 when it was not and may be asked for again.
set -eu
lock=$1 journal=$2 log=$3 operation=$4 digest=$5 limit=$6 before=$7
shift 7

now() { date -u +%Y-%m-%dT%H:%M:%S.%3NZ; }

append() {
    printf '%s\n' "$1" >>"$journal"
    sync "$journal" "${journal%/*}"
}

[ ! -s "$journal" ] || exit 0

# The lock is held until this script and the time keeper below have ended; what the installer starts does not inherit it.
exec 9>>"$lock"
flock -w 1 9 || exit 75
[ ! -s "$journal" ] || exit 0

read -r uptime rest </proc/uptime
[ "${uptime%.*}${uptime#*.}" -le "$before" ] || exit 75

# The time of day may be set while the installer runs; the uptime may not, and belongs to this boot.
read -r boot </proc/sys/kernel/random/boot_id || boot=
append "{\"event\":\"started\",\"operation\":\"$operation\",\"digest\":\"$digest\",\"pid\":$$,\"at\":\"$(now)\",\"uptime\":\"PT${uptime}S\",\"boot\":\"$boot\"}"
status=0
timeout --kill-after=10 "$limit" sh -c 'exec "$@" 9>&-' installer "$@" </dev/null >>"$log" 2>&1 || status=$?
append "{\"event\":\"ended\",\"exitStatus\":$status,\"at\":\"$(now)\"}"

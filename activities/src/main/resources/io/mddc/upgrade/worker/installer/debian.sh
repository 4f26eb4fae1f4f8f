#!/bin/sh
# Debian's installer.
#   debian install ROOT NAME FILE
#   debian repair ROOT
# ROOT is empty for the machine's own packages, else the folder of an own package database that needs no root rights.
set -u
export DEBIAN_FRONTEND=noninteractive LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"
verb=$1 root=$2
shift 2

run_dpkg() {
    if [ -n "$root" ]; then
        set -- --root="$root" --force-not-root --force-script-chrootless --log="$root/dpkg.log" "$@"
    fi
    dpkg "$@"
}

# Another installer's lock is a wait; the caller's limit ends it. Complaints go through a file, not a pipe: a service that a
# package starts keeps what it inherits open.
patiently() {
    complaints=$(mktemp)
    while :; do
        status=0
        run_dpkg "$@" 2>"$complaints" || status=$?
        cat "$complaints"
        if [ "$status" -ne 2 ] || ! grep -q 'was locked by another process' "$complaints"; then
            break
        fi
        sleep 1
    done
    rm -f "$complaints"
    return "$status"
}

lacks_dependencies() {
    case "$(dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null)" in
    iU*) return 0 ;;
    *) return 1 ;;
    esac
}

case $verb in
install)
    name=$1 file=$2
    patiently -i --force-confdef --force-confold "$file"
    status=$?
    if [ "$status" -ne 0 ] && [ -z "$root" ] && lacks_dependencies "$name"; then
        apt-get install -f -y --no-remove -o DPkg::Lock::Timeout=600
        status=$?
    fi
    exit "$status"
    ;;
repair)
    patiently --force-confdef --force-confold --configure -a
    ;;
*)
    echo "debian: unknown verb $verb" >&2
    exit 64
    ;;
esac

#!/bin/sh
# Debian's installer.
#   debian install ROOT NAME FILE
#   debian back ROOT NAME FILE KEPT
#   debian repair ROOT
# KEPT is a tree of configuration files that are put back first, when it is there.
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

# Each file to where its path in the tree says; the folders on the way stay as they are.
put_back() {
    find "$1" ! -type d -exec sh -c '
        kept=$1
        shift
        for file; do
            mkdir -p "$(dirname "${file#"$kept"}")" && cp -a --remove-destination "$file" "${file#"$kept"}" || exit
        done' put_back "$1" {} +
}

lacks_dependencies() {
    case "$(dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null)" in
    iU*) return 0 ;;
    *) return 1 ;;
    esac
}

case $verb in
install | back)
    name=$1 file=$2 kept=${3:-}
    if [ "$verb" = back ] && [ -d "$kept" ]; then
        put_back "$kept" || exit
    fi
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

#!/bin/sh
# Red Hat's installer.
#   redhat install REPOSITORIES NAME FILE
#   redhat back REPOSITORIES NAME FILE
#   redhat repair
# REPOSITORIES is CONFIGURED, or NONE where the host reaches none: then nothing but the file is looked at.
set -u
export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"
verb=$1
repositories=${2:-} name=${3:-} file=${4:-}

# A held lock is waited for; the caller's limit ends it.
run_dnf() {
    if [ "$repositories" = NONE ]; then
        set -- --disablerepo='*' "$@"
    fi
    dnf -y "$@"
}

# rpm goes on when a script of the new package fails, and says so in its output only. What it wrote is kept in a file, not
# a pipe: a service that a package starts keeps what it inherits open.
strictly() {
    said=$(mktemp)
    trap 'cat "$said"; rm -f "$said"; exit 143' TERM
    status=0
    "$@" >"$said" 2>&1 || status=$?
    cat "$said"
    if [ "$status" -eq 0 ] && grep -qE '%(pretrans|pre|prein|post|postin|posttrans)\(.*\) scriptlet failed' "$said"; then
        status=70
    fi
    rm -f "$said"
    return "$status"
}

versions() { rpm -q --qf '%{EPOCHNUM}:%{VERSION}-%{RELEASE}\n' "$@" 2>/dev/null; }

# And nothing beside it: an interrupted upgrade leaves two versions in the database.
is_installed() { [ "$(versions "$name")" = "$(versions -p "$file")" ]; }

case $verb in
install)
    strictly run_dnf install "$file"
    ;;
back)
    if is_installed; then
        run_dnf reinstall "$file"
    elif versions "$name" >/dev/null; then
        run_dnf downgrade "$file"
    else
        run_dnf install "$file"
    fi
    status=$?
    if [ "$status" -ne 0 ] || ! is_installed; then
        rpm -U --oldpackage --replacepkgs "$file"
        status=$?
    fi
    exit "$status"
    ;;
repair)
    rpm --verifydb || rpm --rebuilddb
    ;;
*)
    echo "redhat: unknown verb $verb" >&2
    exit 64
    ;;
esac

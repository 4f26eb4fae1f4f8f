#!/bin/sh
# An install with a dead man's switch, for what may take those down who would take it back: when the new process does not say
# in time that it is ready, the former package is put back, and its process has to say so too.
#   switched RUNNING TARGET FORMER LIMIT READY COUNT INSTALL... BACK...
# RUNNING  a file whose text is the version of the process that is ready
# LIMIT    seconds for an installer, READY seconds from its end until the file has the version
# COUNT    how many of the words after it are the install; the rest puts the former package back
# Ends with 0 when the target is ready; with 72 when the former is ready again; with 73 when neither is.
set -u
running=$1 target=$2 former=$3 limit=$4 ready=$5 count=$6
shift 6

first() { # first N WORD...: runs the first N words
    words=$1 turned=0
    shift
    rest=$(($# - words))
    while [ "$turned" -lt "$words" ]; do
        set -- "$@" "$1"
        shift
        turned=$((turned + 1))
    done
    shift "$rest"
    limited "$@"
}

limited() { timeout --kill-after=10 "$limit" "$@"; }

says() { # says VERSION: the process that is ready is of this version
    left=$((ready * 5))
    while [ "$left" -gt 0 ]; do
        [ "$(cat "$running" 2>/dev/null)" != "$1" ] || return 0
        sleep 0.2
        left=$((left - 1))
    done
    echo "switched: no process of $1 said within $ready s that it is ready"
    return 1
}

rm -f "$running"
why="no process of $target was ready within $ready s"
if first "$count" "$@"; then
    ! says "$target" || exit 0
else
    why="the installer of $target ended with $?"
fi
echo "switched: $why; $former is put back"
shift "$count"
rm -f "$running"
limited "$@"
# The last words are what people are shown.
echo "switched: $why; that of $former ended with $?"
says "$former" && exit 72
exit 73

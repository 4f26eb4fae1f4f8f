#!/bin/sh
# Puts kept configuration files back, then goes on as an installer.
#   put-back KEPT COMMAND...
# KEPT is a tree of files; each goes to where its path in the tree says, the folders on the way stay as they are. It may not be
# there.
set -u
kept=$1
shift

if [ -d "$kept" ]; then
    find "$kept" ! -type d -exec sh -c '
        kept=$1
        shift
        for file; do
            mkdir -p "$(dirname "${file#"$kept"}")" && cp -a --remove-destination "$file" "${file#"$kept"}" || exit
        done' put_back "$kept" {} + || exit
fi
exec "$@"

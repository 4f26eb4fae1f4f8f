#!/bin/sh
# The installer of archives.
#   archive install ROOT NAME DIGEST FILE
#   archive repair ROOT
# ROOT/NAME/versions/DIGEST has what an archive had in it, whole or not at all; ROOT/NAME/current is a link to the one that is
# installed. A program bin/service in it takes stop and start.
set -eu
verb=$1 root=$2

service() {
    if [ -x "$home/current/bin/service" ]; then
        "$home/current/bin/service" "$1"
    fi
}

unpack() {
    part=$(mktemp -d "$home/versions/unpacking.XXXXXX")
    chmod 755 "$part"
    tar --extract --gzip --no-same-owner --file "$1" --directory "$part"
    sync -f "$part"
    mv -T "$part" "$2"
}

case $verb in
install)
    name=$3 digest=$4 file=$5
    home=$root/$name
    mkdir -p "$home/versions"
    former=$(readlink "$home/current" || true)
    [ -d "$home/versions/$digest" ] || unpack "$file" "$home/versions/$digest"
    service stop
    ln -sfn "versions/$digest" "$home/next"
    mv -T "$home/next" "$home/current"
    sync "$home"
    # The one before is kept: it is what the way back goes to.
    for version in "$home"/versions/*; do
        case versions/${version##*/} in
        "$former" | "versions/$digest") ;;
        *) rm -rf "$version" ;;
        esac
    done
    service start
    ;;
repair)
    rm -rf "$root"/*/versions/unpacking.* "$root"/*/next
    ;;
*)
    echo "archive: unknown verb $verb" >&2
    exit 64
    ;;
esac

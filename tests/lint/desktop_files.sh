#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# desktop_files.sh SOURCE_DIR METAINFO: the desktop entry, the AppStream metainfo and the MIME types are what their formats
# ask for. 77: a checker is not installed.
set -eu
cd "$1/packaging/desktop"
command -v desktop-file-validate >/dev/null && command -v appstreamcli >/dev/null && command -v update-mime-database >/dev/null || exit 77
desktop-file-validate org.trimtab.Workbench.desktop
appstreamcli validate --no-net "$2"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/mime/packages"
cp trimtab.mime.xml "$folder/mime/packages/trimtab.xml"
problems=$(XDG_DATA_HOME="$folder" update-mime-database "$folder/mime" 2>&1)
[ -z "$problems" ] || { echo "$problems"; exit 1; }
# What the entry says it opens is what the MIME types define.
for type in $(sed -n 's/^MimeType=//p' org.trimtab.Workbench.desktop | tr ';' ' '); do
    grep -q "type=\"$type\"" trimtab.mime.xml || { echo "$type is not defined"; exit 1; }
    grep -q "<mediatype>$type<" "$2" || { echo "$type is not in the metainfo"; exit 1; }
done

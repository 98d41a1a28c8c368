#!/bin/sh
# Makes the XSD files of this folder again, with Mono (Debian: mono-mcs, libmono-system-runtime-serialization4.0-cil).
set -eu
cd "$(dirname "$0")"
program=$(mktemp -d)
trap 'rm -rf "$program"' EXIT
mcs -out:"$program/Export.exe" -r:System.Runtime.Serialization -r:System.Xml Types.cs Export.cs
rm -f ./*.xsd
mono "$program/Export.exe" .

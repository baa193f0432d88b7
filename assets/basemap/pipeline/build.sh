#!/bin/bash
# Rebuild the map layers from Debian packages and npm mapshaper (see README.md).
# usage: build.sh OUTDIR
set -euo pipefail
OUT=${1:?out folder}
HERE=$(cd "$(dirname "$0")" && pwd); W=${WORK:?scratch folder}; X=${DEBX:?folder of unpacked Debian packages}
export MAPSHAPER=${MAPSHAPER:?path of mapshaper}
MS="node --max-old-space-size=4000 $MAPSHAPER"
G=$X/libgnudatalanguage0/usr/share/gnudatalanguage/resource/maps   # Natural Earth 10m polygons, lakes, raster
M=$X/libmagics++-data/usr/share/magics                             # Natural Earth 10m line classes, lake/river names, places
Q=$X/qgis-common/usr/share/qgis/resources/data/world_map.gpkg      # Natural Earth 10m claim lines
mkdir -p "$W" "$OUT"; cd "$W"
if [ ! -s rivers10.json ]; then
# 1. provinces: repair the country code of the special cases; Western Sahara whole; the world is cut in the Bering Strait, at
# 169 W, so that Chukotka and Fiji are in one piece: what lies between there and 180 W has longitudes above 180
rm -f claims10.json
ogr2ogr -f GeoJSON -lco COORDINATE_PRECISION=15 claims10.json "$Q" disputed_borders
$MS -i "${ADMIN1:-$G/high/ne_10m_admin_1_states_provinces.shp}" encoding=utf8 name=a1 \
 -each 'iso = iso_a2=="-1" ? ({"Kashmir":"XS","Spratly Islands":"XR","Baykonur lease in Qyzylorda":"KZ","Somaliland":"SO","Northern Cyprus":"CY","Dhekelia":"CY","Akrotiri":"CY","Guantanamo Bay USNB":"CU"})[name] || "" : iso_a2' \
 -each 'prov=name; if (iso=="RU" && (name=="Crimea"||name=="Sevastopol")) iso="UA"; if (name=="Paracel Islands") iso="XP"; if (iso=="HK"||iso=="MO") iso="CN"' \
 -filter 'iso!="" && iso!="AQ"' -filter-fields iso,prov \
 -filter 'iso=="MA"' + name=sahara -clip bbox=-18,20,-8,27.6612 -each 'iso="EH"' -erase source=sahara target=a1 -merge-layers target=a1,sahara name=a1 \
 -explode -affine where='this.centroidX<-169' shift=360,0 -o a1.json
node "$HERE/territories.mjs"   # the Golan
# 2. countries and their boundary lines, still full 10m
$MS -i a1.json -snap interval=0.000000001 -dissolve iso -o countries10.json
$MS -i countries10.json -lines each='a=A.iso; b=B ? B.iso : ""' -o lines10.json
# 3. legal status of the lines; claims; water
rm -f bl10.json
ogr2ogr -f GeoJSON -lco COORDINATE_PRECISION=15 bl10.json "$M/10m/ne_10m_admin_0_boundary_lines_land.shp"
node "$HERE/classify.mjs"      # -> borders10.json coast10.json claim10.json area10.json
$MS -i a1.json -filter '["CN","KZ","KG","TJ","TM","UZ"].includes(iso)' -lines iso each='t=TYPE; iso=A.iso' -filter 'TYPE=="inner"' -filter-fields iso -o admin1_10.json
$MS -i "$M/10m/ne_10m_ocean.shp" encoding=utf8 -filter '!featurecla && /Lake|Reservoir/.test(featurec_2||"")' -each 'rank=scaleran_2, kind=featurec_2' -filter-fields name,rank,kind -o lakes10.json
$MS -i "$M/10m/ne_10m_rivers_lake_centerlines.shp" encoding=utf8 -each 'rank=Math.round(scalerank), kind=/Lake/.test(featurecla)?"lake":"river", name=(name||"").replace(/ +/g," ")' -filter 'rank<=7' -filter-fields name,rank,kind -o rivers10.json
fi
# 4. one topology for everything political, simplified once per LOD, clipped last; water the same way. Islands smaller than asked for go, but never the
# largest part of a state.
WEST="-affine shift=-11,0 target=*"; EAST="-affine shift=11,0 target=*"   # mapshaper wants the world within 181 degrees
lod() { # name bbox interval island_km2 max_river_rank max_lake_rank lake_km2
 local L=$1 BBOX=$2 IV=$3 ISL=$4 RR=$5 LR=$6 LK=$7 S="" K=""
 [ "$IV" = 0 ]  || S="-simplify weighted interval=$IV keep-shapes target=*"
 [ "$LK" = 0 ]  || K="-filter-islands min-area=${LK}km2 remove-empty target=lakes"
 mkdir -p "$OUT/$L"; rm -f "$OUT/$L"/*
 node "$HERE/parts.mjs" countries10.json "$ISL" > countries.json
 $MS -i countries.json borders10.json coast10.json claim10.json area10.json admin1_10.json combine-files \
  -rename-layers countries,borders,coast,claims,areas,admin1 $WEST $S -clip bbox=$BBOX target=* $EAST \
  -o "$OUT/$L/" format=geojson extension=geojson precision=0.001 fix-geometry geojson-type=FeatureCollection target=*
 $MS -i lakes10.json rivers10.json combine-files -rename-layers lakes,rivers \
  -filter "rank<=$RR || ['Ile','Amu Darya','Syr Darya','Panj','Naryn','Tarim'].includes(name)" target=rivers -filter "rank<=$LR" target=lakes $WEST $S $K -clip bbox=$BBOX target=* $EAST \
  -dissolve name,rank,kind target=rivers \
  -o "$OUT/$L/" format=geojson extension=geojson precision=0.001 fix-geometry geojson-type=FeatureCollection target=*
 node "$HERE/finish.mjs" "$OUT/$L"
}
# bounds are 11 degrees west of what they bound
lod lod0 -181,-60,181,90   7km 1500 4 3 900
lod lod1 -181,-60,181,90   2km 120  6 6 60
lod lod2 33,2,129,58       0   0    7 9 0
